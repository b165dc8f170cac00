package io.ratel.quant.rate.swap;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import io.ratel.quant.rate.Compounding;
import io.ratel.quant.rate.curve.CurveQuestion;
import io.ratel.quant.rate.curve.DiscountCurve;
import java.util.Optional;

/** {@code rates/fra}. */
final class FraFunction {
  record Question(
      @Argument(value = "The agreed rate.", unit = "per year", above = -1, max = 10) double rate,
      @Argument(value = "When the period begins.", unit = "years", min = 0, max = 1_000)
          double start,
      @Argument(value = "When it ends.", unit = "years", above = 0, max = 1_000) double end,
      @Argument(
              value = "The length of the period by its day count; end − start when left out.",
              unit = "years",
              above = 0,
              max = 1_000)
          Optional<Double> accrual,
      @Argument("The curve that discounts, and projects when no referenceRate is given.")
          CurveQuestion curve,
      @Argument(
              value = "The rate of the period as it is fixed or projected otherwise.",
              unit = "per year",
              above = -1,
              max = 10)
          Optional<Double> referenceRate,
      @Argument(
              value = "How both rates are compounded: " + Compounding.LISTED + ".",
              preset = "simple")
          String compounding,
      @Argument(value = "Who pays the agreed rate.", preset = "payer") Side side,
      @Argument(value = "The notional.", unit = "money", above = 0, preset = "100")
          double notional) {
    Question {
      if (end <= start) {
        throw new InvalidArgumentException(
            "end", Double.toString(end), "must be above start, " + start);
      }
    }
  }

  record Answer(
      @Result(value = "What the agreement is worth now.", unit = "money") double value,
      @Result(value = "The rate at which it would be worth nothing.", unit = "per year")
          double forward,
      @Result(value = "What the difference of rates comes to at the end.", unit = "money")
          double payoff,
      @Result(value = "The same, paid when the period begins.", unit = "money") double settlement,
      @Result(
              value = "The change of the value for 0.0001 more of the reference rate.",
              unit = "money")
          double bpv) {}

  private FraFunction() {}

  static Answer compute(Question asked) {
    DiscountCurve curve = asked.curve().curve();
    Compounding compounding = Compounding.named("compounding", asked.compounding(), 0);
    double accrual = asked.accrual().orElse(asked.end() - asked.start());
    double end = curve.discount(asked.end());
    double forward =
        asked
            .referenceRate()
            .orElseGet(() -> compounding.rate(end / curve.discount(asked.start()), accrual));
    double sized = asked.side().sign() * asked.notional();
    double factor = 1 / compounding.discount(forward, accrual);
    double payoff = sized * (factor - 1 / compounding.discount(asked.rate(), accrual));
    if (!Double.isFinite(payoff)) {
      throw new InvalidArgumentException(
          "rate",
          Double.toString(asked.rate()),
          "must give a growth when it is " + compounding.label());
    }
    double slope = -sized * compounding.slope(forward, accrual) * factor;
    return new Answer(payoff * end, forward, payoff, payoff / factor, slope * end * 1e-4);
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of("rates", "fra", "Forward rate agreement", Question.class, Answer.class)
        .formula(
            "payoff = notional·(referenceRate − rate)·accrual for the payer; value = payoff·D(end)")
        .convention(
            "The payer pays the agreed rate and gains when rates rise. Markets settle the payoff"
                + " when the period begins, discounted by the reference rate: settlement.")
        .chosen(
            asked ->
                "Rates "
                    + Compounding.named("compounding", asked.compounding(), 0).label()
                    + ". "
                    + asked.curve().label())
        .reference("J. C. Hull, Options, Futures and Other Derivatives, 8th ed., section 4.7")
        .example(
            "Hull, Options, Futures and Other Derivatives, 8th ed., example 4.3",
            "{\"rate\":0.04,\"referenceRate\":0.045,\"start\":3,\"end\":3.25,\"side\":\"receiver\","
                + "\"notional\":100000000,\"curve\":{\"rate\":0.04}}",
            "{\"payoff\":-125000,\"settlement\":-123609}")
        .computes(FraFunction::compute);
  }
}

package io.ratel.quant.rate.curve;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import io.ratel.quant.rate.Compounding;

/** {@code rates/forward}. */
final class ForwardFunction {
  record Question(
      @Argument("The curve.") CurveQuestion curve,
      @Argument(value = "When the money is lent.", unit = "years", min = 0, max = 1_000)
          double start,
      @Argument(value = "When it is paid back.", unit = "years", above = 0, max = 1_000) double end,
      @Argument(
              value = "How the forward rate is to be compounded: " + Compounding.LISTED + ".",
              preset = "continuous")
          String compounding) {
    Question {
      if (end <= start) {
        throw new InvalidArgumentException(
            "end", Double.toString(end), "must be above start, " + start);
      }
    }
  }

  record Answer(
      @Result(value = "The rate between the times.", unit = "per year") double forward,
      @Result(value = "The rate for a moment at the end, continuous.", unit = "per year")
          double instantaneous,
      @Result(value = "The zero rate to the start, continuous.", unit = "per year")
          double zeroStart,
      @Result(value = "The zero rate to the end, continuous.", unit = "per year") double zeroEnd,
      @Result("What one of money at the start is worth now.") double discountStart,
      @Result("What one of money at the end is worth now.") double discountEnd) {}

  private ForwardFunction() {}

  static Answer compute(Question asked) {
    DiscountCurve curve = asked.curve().curve();
    double start = curve.discount(asked.start());
    double end = curve.discount(asked.end());
    Compounding compounding = Compounding.named("compounding", asked.compounding(), 0);
    return new Answer(
        compounding.rate(end / start, asked.end() - asked.start()),
        curve.forward(asked.end() - 1e-5 * asked.end(), asked.end()),
        curve.zero(asked.start()),
        curve.zero(asked.end()),
        start,
        end);
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of("rates", "forward", "Forward rate", Question.class, Answer.class)
        .formula("forward = (zeroEnd·end − zeroStart·start) / (end − start), when continuous")
        .convention("Times in years from now. Instantaneous is the rate just before the end.")
        .chosen(
            asked ->
                asked.curve().label()
                    + " Forward "
                    + Compounding.named("compounding", asked.compounding(), 0).label()
                    + ".")
        .reference("J. C. Hull, Options, Futures and Other Derivatives, 8th ed., section 4.6")
        .example(
            "Hull, Options, Futures and Other Derivatives, 8th ed., table 4.5",
            "{\"curve\":{\"times\":[1,2,3,4,5],\"rates\":[0.03,0.04,0.046,0.05,0.053]},"
                + "\"start\":3,\"end\":4}",
            "{\"forward\":0.062}")
        .computes(ForwardFunction::compute);
  }
}

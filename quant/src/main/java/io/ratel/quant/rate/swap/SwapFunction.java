package io.ratel.quant.rate.swap;

import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import io.ratel.quant.rate.Compounding;
import io.ratel.quant.rate.curve.CurveQuestion;
import io.ratel.quant.rate.curve.DiscountCurve;

/** {@code rates/swap}. */
final class SwapFunction {
  private static final double BASIS_POINT = 1e-4;

  record Answer(
      @Result(value = "What the swap is worth.", unit = "money") double npv,
      @Result(value = "The fixed rate at which it would be worth nothing.", unit = "per year")
          double parRate,
      @Result(value = "The spread at which it would be worth nothing.", unit = "per year")
          double parSpread,
      @Result(
              value = "What 1 per year of the fixed side is worth, per 1 of notional.",
              unit = "years")
          double annuity,
      @Result(value = "What the fixed payments are worth.", unit = "money") double fixedLeg,
      @Result(value = "What the floating payments are worth.", unit = "money") double floatingLeg,
      @Result(value = "The change of the value for 0.0001 more of the fixed rate.", unit = "money")
          double fixedBpv,
      @Result(
              value = "The change of the value when every zero rate rises by 0.0001.",
              unit = "money")
          double bpv) {}

  private SwapFunction() {}

  static Answer compute(SwapQuestion asked) {
    DiscountCurve discounts = asked.curve().curve();
    DiscountCurve projects = asked.projection().map(CurveQuestion::curve).orElse(discounts);
    Leg fixed = asked.fixed();
    Leg floating = asked.floating();
    double annuity = fixed.annuity(discounts);
    double fixing = asked.fixing().orElse(0.0);
    double spreads = floating.annuity(discounts);
    double rates = floating.floating(discounts, projects, fixing);
    double worth = rates + asked.spread() * spreads - asked.fixedRate() * annuity;
    DiscountCurve up = discounts.raised(BASIS_POINT, Compounding.CONTINUOUS);
    DiscountCurve upProjects = projects.raised(BASIS_POINT, Compounding.CONTINUOUS);
    double raised =
        floating.floating(up, upProjects, fixing)
            + asked.spread() * floating.annuity(up)
            - asked.fixedRate() * fixed.annuity(up);
    double notional = asked.notional();
    double sized = asked.side().sign() * notional;
    return new Answer(
        sized * worth,
        (rates + asked.spread() * spreads) / annuity,
        (asked.fixedRate() * annuity - rates) / spreads,
        annuity,
        notional * asked.fixedRate() * annuity,
        notional * (rates + asked.spread() * spreads),
        -sized * BASIS_POINT * annuity,
        sized * (raised - worth));
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of("rates", "swap", "Interest rate swap", SwapQuestion.class, Answer.class)
        .formula(
            "npv = ±notional·(Σ (forward + spread)·accrual·D − fixedRate·Σ accrual·D); + for the"
                + " payer of the fixed rate")
        .convention(
            "Payments on the valuation day are past. A forward is what the projecting curve says of"
                + " its own period (a par coupon). The fixed side's periods stay on their days"
                + " unless fixedAdjusted; payments are always rolled. bpv raises the continuous"
                + " zero rates of both curves.")
        .chosen(
            asked ->
                "Fixed "
                    + asked.fixedDayCount()
                    + ", floating "
                    + asked.floatingDayCount()
                    + ". "
                    + asked.curve().label())
        .reference("J. C. Hull, Options, Futures and Other Derivatives, 8th ed., section 7.7")
        .example(
            "QuantLib, test-suite/swap.cpp, testCachedValue",
            "{\"fixedRate\":0.06,\"spread\":0.001,\"start\":\"2002-06-19\","
                + "\"maturity\":\"2012-06-19\",\"fixedFrequency\":1,\"floatingFrequency\":2,"
                + "\"calendar\":\"EUTA\",\"curve\":{\"rate\":0.05}}",
            "{\"npv\":-5.872863313209}")
        .computes(SwapFunction::compute);
  }
}

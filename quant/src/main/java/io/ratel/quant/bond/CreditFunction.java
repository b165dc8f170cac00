package io.ratel.quant.bond;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import io.ratel.quant.rate.curve.CurveQuestion;
import io.ratel.quant.rate.curve.DiscountCurve;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;

/** {@code bonds/cds}. */
final class CreditFunction {
  private static final int MOST_EVALUATIONS = 200;
  private static final double HIGHEST = 100;

  record Answer(
      @Result(value = "What the contract is worth to who asks.", unit = "money") double npv,
      @Result(value = "The premium at which it would be worth nothing.", unit = "per year")
          double fairSpread,
      @Result(
              value =
                  "The constant hazard rate by which defaults are expected, or that the given"
                      + " spread implies; not a number when a curve of survival is given.",
              unit = "per year")
          double hazardRate,
      @Result(value = "What the premiums are worth, those accrued included.", unit = "money")
          double premiumLeg,
      @Result(value = "What the protection is worth.", unit = "money") double protectionLeg,
      @Result(value = "What 1 per year of premium is worth per 1 of notional.", unit = "years")
          double riskyAnnuity,
      @Result("The probability of survival until the maturity.") double survival) {}

  private CreditFunction() {}

  static Answer compute(CreditQuestion asked) {
    CreditSwap contract = asked.contract();
    DiscountCurve discounts = asked.curve().curve();
    double hazard =
        asked.survival().isPresent()
            ? Double.NaN
            : asked.hazardRate().orElseGet(() -> implied(asked, contract, discounts));
    DiscountCurve survival =
        asked.survival().map(CurveQuestion::curve).orElse(years -> Math.exp(-hazard * years));
    double annuity = annuity(asked, contract, discounts, survival);
    double protection = (1 - asked.recovery()) * contract.protection(discounts, survival);
    double notional = asked.notional();
    double[] ends = contract.survivalEnds();
    return new Answer(
        asked.side().sign() * notional * (protection - asked.spread() * annuity),
        protection / annuity,
        hazard,
        notional * asked.spread() * annuity,
        notional * protection,
        annuity,
        survival.discount(ends[ends.length - 1]));
  }

  private static double annuity(
      CreditQuestion asked, CreditSwap contract, DiscountCurve discounts, DiscountCurve survival) {
    double accrued = asked.accrualOnDefault() ? contract.accruedAtDefault(discounts, survival) : 0;
    return contract.premiums(discounts, survival) + accrued;
  }

  private static double implied(
      CreditQuestion asked, CreditSwap contract, DiscountCurve discounts) {
    try {
      return new BracketingNthOrderBrentSolver(1e-14, 1e-15, 1e-16, 5)
          .solve(
              MOST_EVALUATIONS,
              hazard -> {
                DiscountCurve survival = years -> Math.exp(-hazard * years);
                return (1 - asked.recovery()) * contract.protection(discounts, survival)
                    - asked.spread() * annuity(asked, contract, discounts, survival);
              },
              0,
              HIGHEST,
              Math.min(HIGHEST, asked.spread() / Math.max(1e-3, 1 - asked.recovery())));
    } catch (MathIllegalArgumentException | MathIllegalStateException e) {
      throw new InvalidArgumentException(
          "spread",
          Double.toString(asked.spread()),
          "must be one that a hazard rate up to " + HIGHEST + " makes fair");
    }
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of(
            "bonds", "cds", "Credit default swap", CreditQuestion.class, Answer.class)
        .formula(
            "protection = (1 − recovery)·Σ P(default in period)·D(middle); premiums = spread·Σ"
                + " (accrual·S(payment)·D(payment) + accrual to the middle·P·D(middle))")
        .convention(
            "Defaults happen in the middle of premium periods and are settled then; of the running"
                + " period, in the middle of what is left. The value includes the premium accrued"
                + " so far. The ISDA standard model integrates over every day instead. Without a"
                + " hazard rate or a curve of survival, the spread is taken to be fair.")
        .chosen(asked -> "Premium " + asked.dayCount() + ". " + asked.curve().label())
        .reference(
            "J. C. Hull and A. White, Valuing Credit Default Swaps I (2000); J. C. Hull, Options,"
                + " Futures and Other Derivatives, 8th ed., section 24.2")
        .example(
            "QuantLib, test-suite/creditdefaultswap.cpp, testCachedValue",
            "{\"side\":\"seller\",\"notional\":10000,\"spread\":0.012,\"frequency\":2,"
                + "\"start\":\"2005-06-09\",\"maturity\":\"2015-06-09\","
                + "\"valuation\":\"2006-06-09\",\"calendar\":\"EUTA\",\"hazardRate\":0.01234,"
                + "\"curve\":{\"rate\":0.06,\"dayCount\":\"act/360\"}}",
            "{\"npv\":295.0153398,\"fairSpread\":0.0075175}")
        .computes(CreditFunction::compute);
  }
}

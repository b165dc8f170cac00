package io.ratel.quant.bond;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import io.ratel.quant.rate.Compounding;
import io.ratel.quant.rate.curve.DiscountCurve;
import io.ratel.quant.rate.date.DayCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** {@code bonds/from-curve}. */
final class CurvePricing {
  private static final double SHIFT = 1e-4;
  private static final double SLOPE_STEP = 1e-6;
  private static final int MOST_STEPS = 100;

  record Answer(
      @Result(value = "The price without accrued interest.", unit = "per 100") double clean,
      @Result(value = "The price with accrued interest.", unit = "per 100") double dirty,
      @Result(value = "The interest accrued to the seller.", unit = "per 100") double accrued,
      @Result(value = "What is added to every zero rate: the z-spread.", unit = "per year")
          double spread,
      @Result(value = "The yield, compounded as often as there are coupons.", unit = "per year")
          double yield,
      @Result(value = "The coupon at which the clean price would be 100.", unit = "per year")
          double parCoupon,
      @Result(
              value = "Minus the change for a shift of all zero rates, as a part of the price.",
              unit = "per 1.00 of rate")
          double effectiveDuration,
      @Result(value = "The second change for it.", unit = "per 1.00 of rate squared")
          double effectiveConvexity,
      @Result("What is paid, and when.") List<CashFlow> cashFlows) {}

  /** One payment. */
  record CashFlow(
      @Result("The day of payment, off holidays.") LocalDate date,
      @Result(value = "What is paid.", unit = "per 100") double amount,
      @Result(value = "The time until then on the curve.", unit = "years") double years,
      @Result("What one of money then is worth at the settlement.") double discountFactor,
      @Result(value = "What the payment is worth at the settlement.", unit = "per 100")
          double presentValue) {}

  private final CurveBondQuestion asked;
  private final LocalDate settlement;
  private final List<Flow> flows;
  private final double[] amounts;
  private final double[] years;
  private final double settles;
  private final DiscountCurve plain;
  private final Bond bond;

  private CurvePricing(CurveBondQuestion asked) {
    this.asked = asked;
    BondTerms terms = asked.terms();
    bond = terms.bond();
    settlement = terms.settles();
    flows = bond.flows(settlement);
    amounts = flows.stream().mapToDouble(Flow::amount).toArray();
    LocalDate zero = asked.curveDate().orElse(settlement);
    DayCount counted = asked.curve().counted();
    years = flows.stream().mapToDouble(flow -> counted.years(zero, flow.date())).toArray();
    settles = counted.years(zero, settlement);
    plain = asked.curve().curve();
  }

  static Answer compute(CurveBondQuestion asked) {
    return new CurvePricing(asked).answer();
  }

  private double value(double spread) {
    DiscountCurve curve = plain.raised(spread, asked.spreads());
    double sum = 0;
    for (int i = 0; i < amounts.length; i++) {
      sum += amounts[i] * curve.discount(years[i]);
    }
    return sum / curve.discount(settles);
  }

  private Answer answer() {
    double accrued = bond.accrued(settlement);
    double spread = asked.spread().orElseGet(() -> solved(accrued));
    DiscountCurve curve = plain.raised(spread, asked.spreads());
    double dirty = value(spread);
    if (!(dirty > 0)) {
      throw new InvalidArgumentException(
          "spread", Double.toString(spread), "must leave positive discount factors");
    }
    double up = shifted(curve, SHIFT);
    double down = shifted(curve, -SHIFT);
    double[] times = bond.years(flows, settlement, bond.dayCount());
    double yield =
        Yields.yield(amounts, times, dirty, Compounding.periodic(Math.max(1, asked.frequency())));
    return new Answer(
        dirty - accrued,
        dirty,
        accrued,
        spread,
        yield,
        parCoupon(curve),
        (down - up) / (2 * SHIFT * dirty),
        (up - 2 * dirty + down) / (SHIFT * SHIFT * dirty),
        cashFlows(curve));
  }

  private double shifted(DiscountCurve curve, double shift) {
    DiscountCurve moved = curve.raised(shift, Compounding.CONTINUOUS);
    double sum = 0;
    for (int i = 0; i < amounts.length; i++) {
      sum += amounts[i] * moved.discount(years[i]);
    }
    return sum / moved.discount(settles);
  }

  /** Price 100 and the accrued interest are the redemption of 100 and every coupon. */
  private double parCoupon(DiscountCurve curve) {
    Bond unit = bond.ofUnitCoupon();
    double now = curve.discount(settles);
    double coupons = -unit.accrued(settlement) * now;
    List<Flow> lengths = unit.flows(settlement);
    for (int i = 0; i < lengths.size() - 1; i++) {
      coupons += lengths.get(i).amount() * curve.discount(years[i]);
    }
    return 100 * (now - curve.discount(years[years.length - 1])) / coupons;
  }

  /** By Newton's steps on the logarithm of the price, which is nearly straight in the spread. */
  private double solved(double accrued) {
    if (asked.clean().isEmpty() && asked.dirty().isEmpty()) {
      return 0;
    }
    String field = asked.dirty().isPresent() ? "dirty" : "clean";
    double dirty = asked.dirty().orElseGet(() -> asked.clean().orElseThrow() + accrued);
    double spread = 0;
    for (int i = 0; i < MOST_STEPS; i++) {
      double slope =
          Math.log(value(spread + SLOPE_STEP) / value(spread - SLOPE_STEP)) / (2 * SLOPE_STEP);
      double step = -Math.log(value(spread) / dirty) / slope;
      for (int h = 0; h < 60 && !(value(spread + step) > 0); h++) {
        step /= 2;
      }
      if (Math.abs(step) <= 1e-14) {
        return spread + step;
      }
      spread += step;
    }
    throw new InvalidArgumentException(
        field,
        Double.toString(asked.dirty().or(asked::clean).orElseThrow()),
        "must be a price that some spread gives");
  }

  private List<CashFlow> cashFlows(DiscountCurve curve) {
    double now = curve.discount(settles);
    List<CashFlow> rows = new ArrayList<>();
    for (int i = 0; i < amounts.length; i++) {
      double discount = curve.discount(years[i]) / now;
      if (amounts[i] != 0) {
        rows.add(
            new CashFlow(
                flows.get(i).date(), amounts[i], years[i], discount, amounts[i] * discount));
      }
    }
    return rows;
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of(
            "bonds", "from-curve", "Bond on a curve", CurveBondQuestion.class, Answer.class)
        .formula("dirty = Σ amount·D(years) / D(settlement), each zero rate raised by the spread")
        .convention(
            "Prices are per 100 and for the settlement day. The z-spread is added to zero rates"
                + " compounded as spreadCompounding says. Effective figures shift continuous zero"
                + " rates by 0.0001 either way.")
        .chosen(
            asked -> asked.curve().label() + " Spread over rates " + asked.spreads().label() + ".")
        .reference("J. C. Hull, Options, Futures and Other Derivatives, 8th ed., section 4.4")
        .example(
            "Hull, Options, Futures and Other Derivatives, 8th ed., section 4.4 and table 4.2",
            "{\"coupon\":0.06,\"settlement\":\"2020-01-15\",\"maturity\":\"2022-01-15\","
                + "\"dayCount\":\"30/360\",\"curve\":{\"times\":[0.5,1,1.5,2],"
                + "\"rates\":[0.05,0.058,0.064,0.068],\"dayCount\":\"30/360\"}}",
            "{\"clean\":98.39,\"parCoupon\":0.0687}")
        .computes(CurvePricing::compute);
  }
}

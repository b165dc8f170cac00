package io.ratel.quant.rate.swap;

import io.ratel.quant.rate.curve.DiscountCurve;
import io.ratel.quant.rate.date.CouponPeriod;
import io.ratel.quant.rate.date.DayCount;
import io.ratel.quant.rate.date.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The payments of one side of a swap that are still to come.
 *
 * @param starts when each period begins, in years of the curve; before now is negative
 * @param ends when it ends
 * @param payments when it is paid
 * @param accruals its length by the day count
 */
record Leg(double[] starts, double[] ends, double[] payments, double[] accruals) {
  static Leg of(
      List<CouponPeriod> all,
      int frequency,
      LocalDate maturity,
      DayCount dayCount,
      LocalDate valuation,
      DayCount curve) {
    List<CouponPeriod> left = all.stream().filter(p -> p.payment().isAfter(valuation)).toList();
    int n = left.size();
    Leg leg = new Leg(new double[n], new double[n], new double[n], new double[n]);
    for (int i = 0; i < n; i++) {
      CouponPeriod period = left.get(i);
      leg.starts[i] = curve.years(valuation, period.start());
      leg.ends[i] = curve.years(valuation, period.end());
      leg.payments[i] = curve.years(valuation, period.payment());
      leg.accruals[i] =
          dayCount.years(
              period.start(),
              period.end(),
              new Reference(
                  period.referenceStart(),
                  period.referenceEnd(),
                  frequency,
                  Optional.of(maturity),
                  Optional.empty()));
    }
    return leg;
  }

  /** What 1 per year over every period is worth. */
  double annuity(DiscountCurve discounts) {
    double sum = 0;
    for (int i = 0; i < payments.length; i++) {
      sum += accruals[i] * discounts.discount(payments[i]);
    }
    return sum;
  }

  /**
   * What the floating rates are worth that a curve projects, simple over each period.
   *
   * @param fixing the rate of a period that began before now
   */
  double floating(DiscountCurve discounts, DiscountCurve projects, double fixing) {
    double sum = 0;
    for (int i = 0; i < payments.length; i++) {
      double amount =
          starts[i] < 0
              ? fixing * accruals[i]
              : projects.discount(starts[i]) / projects.discount(ends[i]) - 1;
      sum += amount * discounts.discount(payments[i]);
    }
    return sum;
  }
}

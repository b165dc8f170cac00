package io.ratel.quant.bond;

import io.ratel.quant.rate.curve.DiscountCurve;

/**
 * A credit default swap whose defaults happen in the middle of premium periods: what both sides are
 * worth per 1 of notional. The arrays have an element for each period that is not yet paid.
 *
 * @param middles when a default of each period happens, in years of the curve of discounts
 * @param payments when its premium is paid
 * @param survivalStarts when protection begins in the period, in years of the curve of survival
 * @param survivalEnds when it ends
 * @param survivalPayments when its premium is paid
 * @param accruals the period's length by the day count of the premium
 * @param accrualsToDefault its length until a default
 */
record CreditSwap(
    double[] middles,
    double[] payments,
    double[] survivalStarts,
    double[] survivalEnds,
    double[] survivalPayments,
    double[] accruals,
    double[] accrualsToDefault) {
  CreditSwap(int periods) {
    this(
        new double[periods],
        new double[periods],
        new double[periods],
        new double[periods],
        new double[periods],
        new double[periods],
        new double[periods]);
  }

  /** What 1 of spread per year is worth while there is no default. */
  double premiums(DiscountCurve discounts, DiscountCurve survival) {
    double sum = 0;
    for (int i = 0; i < payments.length; i++) {
      sum += accruals[i] * survival.discount(survivalPayments[i]) * discounts.discount(payments[i]);
    }
    return sum;
  }

  /** What 1 of spread per year is worth that has accrued at a default. */
  double accruedAtDefault(DiscountCurve discounts, DiscountCurve survival) {
    double sum = 0;
    for (int i = 0; i < payments.length; i++) {
      sum += accrualsToDefault[i] * defaulted(i, survival) * discounts.discount(middles[i]);
    }
    return sum;
  }

  /** What the protection is worth when all is lost at a default. */
  double protection(DiscountCurve discounts, DiscountCurve survival) {
    double sum = 0;
    for (int i = 0; i < payments.length; i++) {
      sum += defaulted(i, survival) * discounts.discount(middles[i]);
    }
    return sum;
  }

  private double defaulted(int i, DiscountCurve survival) {
    return survival.discount(survivalStarts[i]) - survival.discount(survivalEnds[i]);
  }
}

package io.ratel.quant.bond;

import io.ratel.quant.rate.Compounding;

/**
 * What payments are worth at one yield, and what a change of the yield does to that. Plain methods
 * on arrays of equal lengths: amounts, and the years until they are paid.
 */
public final class Yields {
  private static final int MOST_STEPS = 200;

  private Yields() {}

  /** The present value of payments at a yield. */
  public static double value(
      double[] amounts, double[] years, double yield, Compounding compounding) {
    double value = 0;
    for (int i = 0; i < amounts.length; i++) {
      value += amounts[i] * compounding.discount(yield, years[i]);
    }
    return value;
  }

  /** The average of the years until payment, weighted by present values. */
  public static double macaulay(
      double[] amounts, double[] years, double yield, Compounding compounding) {
    double value = 0;
    double weighted = 0;
    for (int i = 0; i < amounts.length; i++) {
      double present = amounts[i] * compounding.discount(yield, years[i]);
      value += present;
      weighted += years[i] * present;
    }
    return weighted / value;
  }

  /** Minus the change of the value by the yield, as a part of the value. */
  public static double modified(
      double[] amounts, double[] years, double yield, Compounding compounding) {
    double value = 0;
    double slope = 0;
    for (int i = 0; i < amounts.length; i++) {
      double present = amounts[i] * compounding.discount(yield, years[i]);
      value += present;
      slope += present * compounding.slope(yield, years[i]);
    }
    return -slope / value;
  }

  /** The second change of the value by the yield, as a part of the value. */
  public static double convexity(
      double[] amounts, double[] years, double yield, Compounding compounding) {
    double value = 0;
    double curvature = 0;
    for (int i = 0; i < amounts.length; i++) {
      double present = amounts[i] * compounding.discount(yield, years[i]);
      value += present;
      curvature += present * compounding.curvature(yield, years[i]);
    }
    return curvature / value;
  }

  /**
   * The yield at which payments are worth a value: Newton's steps on the logarithm of the value,
   * which is nearly straight in the yield, halved while they leave the yields that exist.
   *
   * @param value positive
   * @return NaN where there is none
   */
  public static double yield(
      double[] amounts, double[] years, double value, Compounding compounding) {
    double yield = 0;
    for (int i = 0; i < MOST_STEPS; i++) {
      double step =
          Math.log(value(amounts, years, yield, compounding) / value)
              / modified(amounts, years, yield, compounding);
      if (!Double.isFinite(step)) {
        return Double.NaN;
      }
      double next = yield + step;
      for (int h = 0; h < 60 && !(value(amounts, years, next, compounding) > 0); h++) {
        step /= 2;
        next = yield + step;
      }
      if (Math.abs(step) <= 1e-15 * (1 + Math.abs(next))) {
        return next;
      }
      yield = next;
    }
    boolean close = Math.abs(value(amounts, years, yield, compounding) / value - 1) < 1e-12;
    return close ? yield : Double.NaN;
  }
}

package io.ratel.quant.rate.curve;

import io.ratel.quant.rate.Compounding;

/** What one of money is worth now that is paid at a time. Safe for any thread. */
@FunctionalInterface
public interface DiscountCurve {
  /**
   * The discount factor.
   *
   * @param years from now; 0 or more
   */
  double discount(double years);

  /** The zero rate, compounded continuously; at 0 of a moment later. */
  default double zero(double years) {
    double t = Math.max(years, 1e-6);
    return -Math.log(discount(t)) / t;
  }

  /** The rate between two times, compounded continuously. */
  default double forward(double start, double end) {
    return Math.log(discount(start) / discount(end)) / (end - start);
  }

  /** The same curve, every rate compounded as said and raised by a spread. */
  default DiscountCurve raised(double spread, Compounding compounding) {
    return years -> {
      if (years <= 0) {
        return discount(years);
      }
      return compounding.discount(compounding.rate(discount(years), years) + spread, years);
    };
  }
}

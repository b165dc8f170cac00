package io.ratel.quant.pricing.exotic;

import io.ratel.quant.numeric.GaussLegendre;
import io.ratel.quant.numeric.Normal;

/**
 * What the average of a lognormal price over the times ahead is expected to be, and the variance of
 * its logarithm: exact for the geometric average; for the arithmetic one that of the lognormal
 * variable with the same first two moments (S. M. Turnbull and L. M. Wakeman, A quick algorithm for
 * pricing European average options, JFQA 26 (1991), 377–389; E. Levy (1992)).
 *
 * @param forward the expected average
 * @param variance of its logarithm
 * @param covariance of its logarithm with that of the price at expiry
 */
record Averages(double forward, double variance, double covariance) {
  private static final GaussLegendre RULE = GaussLegendre.of(64);

  /**
   * The average of prices at equal distances.
   *
   * @param first when the first of them is, in years
   * @param last when the last one is
   */
  static Averages fixed(
      Averaging averaging,
      double spot,
      double carry,
      double volatility,
      int fixings,
      double first,
      double last) {
    double gap = fixings > 1 ? (last - first) / (fixings - 1) : 0;
    double square = volatility * volatility;
    if (averaging == Averaging.GEOMETRIC) {
      double times = 0;
      double pairs = 0;
      for (int i = 0; i < fixings; i++) {
        double time = fixings == 1 ? last : first + i * gap;
        times += time;
        pairs += time * (2.0 * (fixings - 1 - i) + 1);
      }
      double variance = square * pairs / ((double) fixings * fixings);
      double drift = (carry - 0.5 * square) * times / fixings;
      return new Averages(
          spot * Math.exp(drift + 0.5 * variance), variance, square * times / fixings);
    }
    double sum = 0;
    double pairs = 0;
    double withLast = 0;
    for (int i = fixings - 1; i >= 0; i--) {
      double time = fixings == 1 ? last : first + i * gap;
      double grown = Math.exp(carry * time);
      double bent = Math.exp(square * time);
      pairs += grown * bent * (grown + 2 * sum);
      withLast += grown * bent;
      sum += grown;
    }
    return new Averages(
        spot * sum / fixings, Math.log(pairs / (sum * sum)), Math.log(withLast / sum));
  }

  /**
   * The average over all the time from one moment to another.
   *
   * @param first when averaging begins, in years
   * @param last above first
   */
  static Averages continuous(
      Averaging averaging,
      double spot,
      double carry,
      double volatility,
      double first,
      double last) {
    double square = volatility * volatility;
    double length = last - first;
    if (averaging == Averaging.GEOMETRIC) {
      double variance = square * (first + length / 3);
      double middle = 0.5 * (first + last);
      return new Averages(
          spot * Math.exp((carry - 0.5 * square) * middle + 0.5 * variance),
          variance,
          square * middle);
    }
    double sum = 0;
    double pairs = 0;
    double withLast = 0;
    for (int i = 0; i < RULE.size(); i++) {
      double time = first + 0.5 * length * (1 + RULE.point(i));
      double left = last - time;
      double grown = Math.exp(carry * time);
      double later = carry == 0 ? left : Math.expm1(carry * left) / carry;
      double bent = grown * Math.exp(square * time);
      sum += 0.5 * RULE.weight(i) * grown;
      withLast += 0.5 * RULE.weight(i) * bent;
      pairs += RULE.weight(i) * grown * bent * later / length;
    }
    return new Averages(spot * sum, Math.log(pairs / (sum * sum)), Math.log(withLast / sum));
  }

  /** F. Black's value, undiscounted, of the average against a strike. */
  double against(int sign, double strike) {
    return black(sign, forward, strike, variance);
  }

  /** W. Margrabe's value (1978), undiscounted, of the price at expiry against the average. */
  double ofPrice(int sign, double price, double priceVariance) {
    return black(sign, price, forward, variance + priceVariance - 2 * covariance);
  }

  private static double black(int sign, double forward, double strike, double variance) {
    if (!(variance > 1e-300)) {
      return Math.max(0, sign * (forward - strike));
    }
    double deviation = Math.sqrt(variance);
    double d = Math.log(forward / strike) / deviation + 0.5 * deviation;
    return Math.max(
        0,
        sign
            * (forward * Normal.cumulative(sign * d)
                - strike * Normal.cumulative(sign * (d - deviation))));
  }
}

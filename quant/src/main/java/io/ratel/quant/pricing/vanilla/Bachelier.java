package io.ratel.quant.pricing.vanilla;

import io.ratel.quant.numeric.Normal;
import io.ratel.quant.numeric.Roots;

/**
 * European options on a forward price with normal changes: L. Bachelier, Théorie de la spéculation
 * (1900), with a discount factor. Prices may be negative. Safe for any thread.
 */
public final class Bachelier {
  private Bachelier() {}

  /**
   * The value.
   *
   * @param sign 1 of a call, −1 of a put
   * @param volatility in the price's units, per square root of a year
   */
  public static double price(
      int sign, double forward, double strike, double rate, double years, double volatility) {
    double discount = Math.exp(-rate * years);
    double deviation = volatility * Math.sqrt(years);
    double worth = sign * (forward - strike);
    if (!(deviation > 0)) {
      return discount * Math.max(0, worth);
    }
    double d = worth / deviation;
    return discount * Math.max(0, worth * Normal.cumulative(d) + deviation * Normal.density(d));
  }

  /** The value and its derivatives. */
  public static ForwardGreeks greeks(
      int sign, double forward, double strike, double rate, double years, double volatility) {
    double discount = Math.exp(-rate * years);
    double root = Math.sqrt(years);
    double deviation = volatility * root;
    double price = price(sign, forward, strike, rate, years, volatility);
    double worth = sign * (forward - strike);
    if (!(deviation > 0)) {
      double exercised = worth > 0 ? 1 : worth < 0 ? 0 : Double.NaN;
      return new ForwardGreeks(
          price,
          sign * discount * exercised,
          0 * exercised,
          0 * exercised,
          rate * price,
          -years * price,
          0 * exercised,
          0 * exercised,
          exercised);
    }
    double d = worth / deviation;
    double density = Normal.density(d);
    double gamma = discount * density / deviation;
    double vega = discount * root * density;
    return new ForwardGreeks(
        price,
        sign * discount * Normal.cumulative(d),
        gamma,
        vega,
        rate * price - 0.5 * gamma * volatility * volatility,
        -years * price,
        -sign * d * vega / deviation,
        vega * d * d / volatility,
        Normal.cumulative(d));
  }

  /**
   * The volatility that a price implies: Householder's steps on the time value over |forward −
   * strike|, s·φ(1/s) − Φ(−1/s) with s = volatility·√years / |forward − strike|, or on one over its
   * logarithm where that is small.
   *
   * @param years above 0
   * @return negative infinity for a price below intrinsic
   */
  public static double impliedVolatility(
      int sign, double forward, double strike, double rate, double years, double price) {
    double undiscounted = price * Math.exp(rate * years);
    double distance = Math.abs(forward - strike);
    double timeValue = undiscounted - Math.max(0, sign * (forward - strike));
    double rounding = 4 * Math.ulp(Math.max(undiscounted, distance));
    if (Math.abs(timeValue) <= rounding && sign * (forward - strike) > 0 || timeValue == 0) {
      return 0;
    }
    if (!(timeValue > 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    double most = timeValue * Math.sqrt(2 * Math.PI) / Math.sqrt(years);
    if (distance < 1e-16 * timeValue) {
      return most;
    }
    double ratio = timeValue / distance;
    return scaled(ratio) * distance / Math.sqrt(years);
  }

  /** The s of a time value over the distance. */
  private static double scaled(double ratio) {
    double s = guess(ratio);
    double logRatio = Math.log(ratio);
    for (int i = 0; i < 60; i++) {
      double z = 1 / s;
      // The value over its slope φ(z).
      double overSlope = s - Normal.erfcx(z * Math.sqrt(0.5)) * Math.sqrt(0.5 * Math.PI);
      double second = z * z * z;
      double third = second * second - 3 * z * z * z * z;
      double newton;
      if (ratio < 0.05) {
        double logValue = Math.log(Normal.PEAK) - 0.5 * z * z + Math.log(overSlope);
        double steep = 1 / overSlope;
        newton = (logRatio - logValue) * logValue / logRatio * overSlope;
        third +=
            2 * steep * steep * (1 + 3 / logValue * (1 + 1 / logValue))
                - 3 * second * steep * (1 + 2 / logValue);
        second -= steep * (1 + 2 / logValue);
      } else {
        newton = ratio / Normal.density(z) - overSlope;
      }
      double step = Roots.householder(newton, second, third);
      step = Math.max(-0.5 * s, Math.min(s, step));
      s += step;
      if (Math.abs(step) <= 1e-5 * s) {
        break;
      }
    }
    return s;
  }

  /** From s·φ(1/s)·s² far from the money, and s/√(2π) − ½ near it. */
  private static double guess(double ratio) {
    if (ratio > 0.05) {
      return Math.sqrt(2 * Math.PI) * (ratio + 0.4);
    }
    double z = 2;
    for (int i = 0; i < 4; i++) {
      z = Math.sqrt(Math.max(1, -2 * (Math.log(ratio / Normal.PEAK) + Math.log(z * (z * z + 3)))));
    }
    return 1 / z;
  }
}

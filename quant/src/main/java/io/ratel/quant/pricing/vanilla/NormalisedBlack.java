package io.ratel.quant.pricing.vanilla;

import io.ratel.quant.numeric.Normal;

/**
 * Black's price of an option out of the money, divided by the discount factor and √(forward·strike)
 * (P. Jäckel, Let's be rational, Wilmott (2015), eq. 2.2): with x = −|ln(forward/strike)| and s the
 * standard deviation, b(x, s) = e^(x/2)·Φ(x/s + s/2) − e^(−x/2)·Φ(x/s − s/2), which rises from 0 to
 * e^(x/2).
 *
 * <p>With h = x/s and t = s/2 both terms have the factor φ(h)φ(t)/φ(0), the slope of b; what is
 * left of them is Mills' ratio Y(z) = Φ(z)/φ(z). All is computed in it, at negative z alone, where
 * it neither over- nor underflows.
 */
final class NormalisedBlack {
  private static final double SQRT_HALF_PI = 1.2533141373155002512;
  private static final double SQRT_HALF = 0.7071067811865475244;

  private NormalisedBlack() {}

  /** Φ(z)/φ(z) of a z that is at most 0. */
  private static double mills(double z) {
    return SQRT_HALF_PI * Normal.erfcx(-z * SQRT_HALF);
  }

  /** The slope of b by s. */
  static double slope(double x, double s) {
    double h = x / s;
    double t = 0.5 * s;
    return Normal.PEAK * Math.exp(-0.5 * (h * h + t * t));
  }

  /** The logarithm of {@link #slope}, also where that is too small for a number. */
  static double logSlope(double x, double s) {
    double h = x / s;
    double t = 0.5 * s;
    return -0.91893853320467274178 - 0.5 * (h * h + t * t);
  }

  /**
   * b over its slope.
   *
   * @param x at most 0
   * @param s above 0, at most √(−2x) unless it is small
   */
  static double below(double x, double s) {
    double h = x / s;
    double t = 0.5 * s;
    return t < 0.2 && x > -1 ? near(h, t) : mills(h + t) - mills(h - t);
  }

  /**
   * What is missing to the highest value e^(x/2), over the slope of b.
   *
   * @param s at least √(−2x)
   */
  static double above(double x, double s) {
    double h = x / s;
    double t = 0.5 * s;
    return mills(-h - t) + mills(h - t);
  }

  /** Whether {@link #below} is the exact one of both. */
  static boolean isLow(double x, double s) {
    return s < 0.4 || s * s < -2 * x;
  }

  static double price(double x, double s) {
    return price(x, s, slope(x, s));
  }

  /**
   * The price.
   *
   * @param slope that of {@link #slope}
   */
  static double price(double x, double s, double slope) {
    return isLow(x, s) ? slope * below(x, s) : Math.exp(0.5 * x) - slope * above(x, s);
  }

  /**
   * The difference of Mills' ratios by Taylor's series, which does not cancel: 2·Σ Y⁽ᵏ⁾(h)·tᵏ/k! of
   * odd k, with Y⁽ᵏ⁺¹⁾ = h·Y⁽ᵏ⁾ + k·Y⁽ᵏ⁻¹⁾.
   */
  private static double near(double h, double t) {
    double even = mills(h);
    double odd = 1 + h * even;
    double power = t;
    double sum = odd * t;
    for (int k = 1; k < 15; k += 2) {
      even = h * odd + k * even;
      odd = h * even + (k + 1) * odd;
      power *= t * t / ((k + 1) * (k + 2));
      sum += odd * power;
    }
    return 2 * sum;
  }
}

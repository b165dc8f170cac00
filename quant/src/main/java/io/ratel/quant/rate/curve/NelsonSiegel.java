package io.ratel.quant.rate.curve;

/**
 * Curves of a few numbers: C. R. Nelson and A. F. Siegel, Parsimonious modeling of yield curves,
 * Journal of Business 60 (1987), 473–489, and L. E. O. Svensson, Estimating and interpreting
 * forward interest rates, NBER Working Paper 4871 (1994), whose second hump is absent where {@code
 * beta3} is 0. Rates are continuous.
 */
final class NelsonSiegel {
  private NelsonSiegel() {}

  /** The zero rate. */
  static double zero(
      double beta0, double beta1, double beta2, double beta3, double tau1, double tau2, double t) {
    double slope = slope(t / tau1);
    double hump = beta3 == 0 ? 0 : beta3 * hump(t / tau2);
    return beta0 + beta1 * slope + beta2 * hump(t / tau1) + hump;
  }

  /** The rate for a moment. */
  static double forward(
      double beta0, double beta1, double beta2, double beta3, double tau1, double tau2, double t) {
    double x = t / tau1;
    double second = beta3 == 0 ? 0 : beta3 * (t / tau2) * Math.exp(-t / tau2);
    return beta0 + (beta1 + beta2 * x) * Math.exp(-x) + second;
  }

  /** (1 − e^(−x)) / x. */
  static double slope(double x) {
    return x < 1e-12 ? 1 : -Math.expm1(-x) / x;
  }

  /** (1 − e^(−x)) / x − e^(−x). */
  static double hump(double x) {
    return slope(x) - Math.exp(-x);
  }
}

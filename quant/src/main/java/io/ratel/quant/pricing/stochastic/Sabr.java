package io.ratel.quant.pricing.stochastic;

/**
 * The lognormal volatility of P. S. Hagan, D. Kumar, A. S. Lesniewski and D. E. Woodward, Managing
 * smile risk, Wilmott (September 2002), 84–108, eq. (2.17a–c). An expansion for small years·nu²:
 * far from the money and for long times it may imply negative densities.
 */
final class Sabr {
  private Sabr() {}

  /**
   * The implied volatility.
   *
   * @param forward above 0, as the strike; both shifted already
   * @param rho between −1 and 1, not at them
   */
  static double volatility(
      double forward,
      double strike,
      double years,
      double alpha,
      double beta,
      double rho,
      double nu) {
    double log = Math.log(forward / strike);
    double rest = 1 - beta;
    double mean = Math.pow(forward * strike, 0.5 * rest);
    double bend = rest * rest * log * log;
    double skew = mean * (1 + bend / 24 + bend * bend / 1920);
    double z = nu / alpha * mean * log;
    double drift =
        rest * rest * alpha * alpha / (24 * mean * mean)
            + rho * beta * nu * alpha / (4 * mean)
            + (2 - 3 * rho * rho) * nu * nu / 24;
    return alpha / skew * ratio(z, rho) * (1 + drift * years);
  }

  /** z/χ(z). */
  private static double ratio(double z, double rho) {
    if (Math.abs(z) < 1e-5) {
      return 1 - 0.5 * rho * z + (2 - 3 * rho * rho) / 12 * z * z;
    }
    double root = Math.sqrt(1 - 2 * rho * z + z * z);
    // (root + z − ρ)(root − z + ρ) = 1 − ρ²: the factor that does not cancel.
    double chi =
        z > rho ? Math.log((root + z - rho) / (1 - rho)) : Math.log((1 + rho) / (root - z + rho));
    return z / chi;
  }
}

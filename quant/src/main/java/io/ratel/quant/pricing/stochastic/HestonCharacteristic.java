package io.ratel.quant.pricing.stochastic;

/**
 * The logarithm of the characteristic function of ln(price/forward) in S. L. Heston's model (1993)
 * at u − i/2, in the form without jumps of the complex logarithm: H. Albrecher, P. Mayer, W.
 * Schoutens and J. Tistaert, The little Heston trap, Wilmott (2007); R. Lord and C. Kahl (2010).
 * Differences that cancel when the volatility of variance is small are written as quotients.
 *
 * <p>Complex numbers are pairs of fields, so that nothing is allocated. Not safe for threads.
 */
final class HestonCharacteristic {
  private final double v0;
  private final double kappa;
  private final double theta;
  private final double sigma;
  private final double rho;
  private final double years;

  private double real;
  private double imaginary;

  HestonCharacteristic(
      double v0, double kappa, double theta, double sigma, double rho, double years) {
    this.v0 = v0;
    this.kappa = kappa;
    this.theta = theta;
    this.sigma = sigma;
    this.rho = rho;
    this.years = years;
  }

  /** Of what {@link #at} was last asked. */
  double real() {
    return real;
  }

  /** Of what {@link #at} was last asked. */
  double imaginary() {
    return imaginary;
  }

  /** Computes it. */
  void at(double u) {
    // z = u − i/2: i·z + z² = u² + 1/4, and β = κ − ρσ·i·z = κ − ρσ/2 − i·ρσu.
    double square = u * u + 0.25;
    double betaRe = kappa - 0.5 * rho * sigma;
    double betaIm = -rho * sigma * u;
    double dRe2 = betaRe * betaRe - betaIm * betaIm + sigma * sigma * square;
    double dIm2 = 2 * betaRe * betaIm;
    double modulus = Math.hypot(dRe2, dIm2);
    // The root with the positive real part.
    double dRe;
    double dIm;
    if (dRe2 >= 0) {
      dRe = Math.sqrt(0.5 * (modulus + dRe2));
      dIm = dRe > 0 ? 0.5 * dIm2 / dRe : 0;
    } else {
      dIm = Math.copySign(Math.sqrt(0.5 * (modulus - dRe2)), dIm2);
      dRe = 0.5 * dIm2 / dIm;
    }
    // m = (β − d)/σ² = −(u² + 1/4)/(β + d), unless β + d nearly vanishes.
    double sumRe = betaRe + dRe;
    double sumIm = betaIm + dIm;
    double sum = sumRe * sumRe + sumIm * sumIm;
    double mRe = -square * sumRe / sum;
    double mIm = square * sumIm / sum;
    // w = m/(β + d), g = σ²·w.
    double wRe = (mRe * sumRe + mIm * sumIm) / sum;
    double wIm = (mIm * sumRe - mRe * sumIm) / sum;
    double decay = Math.exp(-dRe * years);
    double eRe = decay * Math.cos(dIm * years);
    double eIm = -decay * Math.sin(dIm * years);
    // 1 − e, without cancelling where d is small.
    double half = Math.sin(0.5 * dIm * years);
    double fallRe = -Math.expm1(-dRe * years) * Math.cos(dIm * years) + 2 * half * half;
    double fallIm = -eIm;
    double variance = sigma * sigma;
    // 1 − g and 1 − g·e
    double oneRe = 1 - variance * wRe;
    double oneIm = -variance * wIm;
    double lastRe = 1 - variance * (wRe * eRe - wIm * eIm);
    double lastIm = -variance * (wRe * eIm + wIm * eRe);
    // D = m·(1 − e)/(1 − g·e)
    double upRe = mRe * fallRe - mIm * fallIm;
    double upIm = mIm * fallRe + mRe * fallIm;
    double last = lastRe * lastRe + lastIm * lastIm;
    double bigDRe = (upRe * lastRe + upIm * lastIm) / last;
    double bigDIm = (upIm * lastRe - upRe * lastIm) / last;
    // C = κθ·(m·T − (2/σ²)·ln(1 + σ²·q)), q = w·(1 − e)/(1 − g)
    double qUpRe = wRe * fallRe - wIm * fallIm;
    double qUpIm = wIm * fallRe + wRe * fallIm;
    double one = oneRe * oneRe + oneIm * oneIm;
    double qRe = (qUpRe * oneRe + qUpIm * oneIm) / one;
    double qIm = (qUpIm * oneRe - qUpRe * oneIm) / one;
    double logRe = scaledLog(variance, qRe, qIm);
    double logIm = scaledAngle(variance, qRe, qIm);
    real = kappa * theta * (mRe * years - 2 * logRe) + v0 * bigDRe;
    imaginary = kappa * theta * (mIm * years - 2 * logIm) + v0 * bigDIm;
  }

  /** Re ln(1 + s·q)/s, also for s = 0. */
  private static double scaledLog(double s, double re, double im) {
    double x = s * (2 * re + s * (re * re + im * im));
    return s == 0 ? re : 0.5 * Math.log1p(x) / s;
  }

  /** Im ln(1 + s·q)/s, also for s = 0. */
  private static double scaledAngle(double s, double re, double im) {
    return s == 0 ? im : Math.atan2(s * im, 1 + s * re) / s;
  }
}

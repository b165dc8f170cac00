package io.ratel.quant.volatility;

/**
 * Variance that remembers: T. Bollerslev, Generalized autoregressive conditional
 * heteroskedasticity, Journal of Econometrics 31 (1986), 307–327, of order (1, 1): the next
 * variance is ω + α·return² + β·variance.
 */
public final class Garch {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private Garch() {}

  /** What the variance is drawn to; NaN where it is drawn nowhere. */
  public static double longRunVariance(double omega, double alpha, double beta) {
    return alpha + beta < 1 ? omega / (1 - alpha - beta) : Double.NaN;
  }

  /**
   * The variance that is expected some steps on.
   *
   * @param variance of the next bar
   * @param steps 0 for the next bar
   */
  public static double expected(
      double omega, double alpha, double beta, double variance, double steps) {
    double persistence = alpha + beta;
    if (persistence >= 1) {
      return variance + steps * omega;
    }
    double level = omega / (1 - persistence);
    return level + Math.pow(persistence, steps) * (variance - level);
  }

  /**
   * The mean of the variance that is expected over a time from now, were it to decay at every
   * moment: Hull, Options, Futures and Other Derivatives, 8th ed., equation 22.14.
   *
   * @param bars above 0
   */
  public static double average(
      double omega, double alpha, double beta, double variance, double bars) {
    double persistence = alpha + beta;
    if (persistence >= 1) {
      return variance + omega * bars / 2;
    }
    double level = omega / (1 - persistence);
    if (persistence <= 0) {
      return level;
    }
    double decay = -Math.log(persistence) * bars;
    return level - Math.expm1(-decay) / decay * (variance - level);
  }

  /**
   * The variance of each return, by those before it.
   *
   * @param initial variance of the first return
   * @param variances where they are put; its length may be one more than that of the returns, for
   *     the variance of the return that is still to come
   */
  public static void filter(
      double[] returns,
      double mean,
      double omega,
      double alpha,
      double beta,
      double initial,
      double[] variances) {
    double variance = initial;
    for (int i = 0; i < variances.length; i++) {
      if (i > 0) {
        double shock = returns[i - 1] - mean;
        variance = omega + alpha * shock * shock + beta * variance;
      }
      variances[i] = variance;
    }
  }

  /** The logarithm of the Gaussian likelihood of the returns, as {@link #filter} sees them. */
  public static double logLikelihood(
      double[] returns, double mean, double omega, double alpha, double beta, double initial) {
    double variance = initial;
    double sum = 0;
    for (int i = 0; i < returns.length; i++) {
      double shock = returns[i] - mean;
      sum += Math.log(variance) + shock * shock / variance;
      variance = omega + alpha * shock * shock + beta * variance;
    }
    return -0.5 * sum - returns.length * HALF_LOG_TWO_PI;
  }
}

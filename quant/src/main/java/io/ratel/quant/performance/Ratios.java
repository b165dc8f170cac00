package io.ratel.quant.performance;

import io.ratel.quant.numeric.Normal;
import io.ratel.quant.statistic.Moments;

/** Return over risk. NaN or infinite where there is no risk. */
public final class Ratios {
  private static final double EULER = 0.577215664901532860607;

  private Ratios() {}

  /** Of excess returns: W. Sharpe, The Sharpe ratio (1994); per period, sample deviation. */
  public static double sharpe(double[] excess) {
    double deviation = Moments.deviation(excess);
    return deviation > 0 ? Moments.mean(excess) / deviation : Double.NaN;
  }

  /**
   * Less what skewness and kurtosis cost: J. Pézier and A. White, The relative merits of investable
   * hedge fund indices (2006).
   */
  public static double adjusted(double sharpe, double skewness, double kurtosis) {
    return sharpe * (1 + skewness / 6 * sharpe - (kurtosis - 3) / 24 * sharpe * sharpe);
  }

  /**
   * The probability that the true ratio is above a reference: D. Bailey and M. López de Prado, The
   * Sharpe ratio efficient frontier, Journal of Risk 15 (2012), 3–44. All ratios per period.
   *
   * @param kurtosis 3 when normal
   */
  public static double probabilistic(
      double sharpe, double reference, double skewness, double kurtosis, double observations) {
    return Normal.cumulative(
        (sharpe - reference) * Math.sqrt(observations - 1) / spread(sharpe, skewness, kurtosis));
  }

  /** The deviation of an estimated ratio, times the root of the observations less one. */
  static double spread(double sharpe, double skewness, double kurtosis) {
    return Math.sqrt(1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe);
  }

  /** How many observations would show with a confidence that the ratio is above a reference. */
  public static double minimumTrackRecord(
      double sharpe, double reference, double skewness, double kurtosis, double confidence) {
    double steps =
        spread(sharpe, skewness, kurtosis) * Normal.quantile(confidence) / (sharpe - reference);
    return sharpe > reference ? 1 + steps * steps : Double.NaN;
  }

  /**
   * The best ratio to expect of worthless trials: D. Bailey and M. López de Prado, The deflated
   * Sharpe ratio, Journal of Portfolio Management 40 (2014), 94–107, eq. 6.
   *
   * @param variance of the trials' ratios
   */
  public static double expectedMaximum(double trials, double variance) {
    return trials <= 1
        ? 0
        : Math.sqrt(variance)
            * ((1 - EULER) * Normal.quantile(1 - 1 / trials)
                + EULER * Normal.quantile(1 - 1 / (trials * Math.E)));
  }

  /** Gains above a level over losses below: C. Keating and W. Shadwick, Omega (2002). */
  public static double omega(double[] returns, double level) {
    return Moments.above(returns, level, 1) / Moments.below(returns, level, 1);
  }

  /** P. Kaplan and J. Knowles, Kappa (2004); of order 1 omega less 1, of order 2 Sortino's. */
  public static double kappa(double[] returns, double level, double order) {
    return (Moments.mean(returns) - level)
        / Math.pow(Moments.below(returns, level, order), 1 / order);
  }

  /** F. Sortino and R. van der Meer, Downside risk (1991); per period, all periods counted. */
  public static double sortino(double[] returns, double level) {
    return (Moments.mean(returns) - level) / Math.sqrt(Moments.below(returns, level, 2));
  }
}

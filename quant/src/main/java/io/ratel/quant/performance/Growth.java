package io.ratel.quant.performance;

import io.ratel.quant.statistic.Moments;
import io.ratel.quant.statistic.Pairs;

/** What returns compound to. A missing return is no change. */
public final class Growth {
  private Growth() {}

  /** The return of all periods together. */
  public static double cumulative(double[] returns) {
    double wealth = 1;
    for (double each : returns) {
      if (!Double.isNaN(each)) {
        wealth *= 1 + each;
      }
    }
    return wealth - 1;
  }

  /**
   * The constant yearly return with the same end.
   *
   * @param returns each of a period that has passed, also those that are missing
   * @return −1 when everything was lost, NaN when more was
   */
  public static double annual(double[] returns, double periodsPerYear) {
    return compounded(cumulative(returns), periodsPerYear / returns.length);
  }

  /** A return over another time. */
  public static double compounded(double periodReturn, double periods) {
    return Math.pow(1 + periodReturn, periods) - 1;
  }

  /**
   * How straight wealth grows: the share of the variance of the cumulative log return that a line
   * through time explains.
   *
   * @return NaN when a return loses everything; 1 of a straight line
   */
  public static double stability(double[] returns) {
    double[] wealth = new double[returns.length];
    double[] time = new double[returns.length];
    double sum = 0;
    for (int i = 0; i < returns.length; i++) {
      sum += Math.log1p(returns[i]);
      wealth[i] = sum;
      time[i] = i;
    }
    double correlation = Pairs.correlation(time, wealth);
    return correlation * correlation;
  }

  /**
   * The exponent of the rescaled range: H. E. Hurst (1951), by log((max z − min z) / deviation) /
   * log n, where z are the cumulative deviations from the mean; after C. Bacon (2008), p. 69.
   */
  public static double hurst(double[] returns) {
    double mean = Moments.mean(returns);
    double sum = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double each : returns) {
      sum += each - mean;
      low = Math.min(low, sum);
      high = Math.max(high, sum);
    }
    double deviation = Moments.deviation(returns);
    return deviation > 0
        ? Math.log((high - low) / deviation) / Math.log(returns.length)
        : Double.NaN;
  }
}

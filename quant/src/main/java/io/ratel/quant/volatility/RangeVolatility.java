package io.ratel.quant.volatility;

/**
 * Variances per bar from the prices within bars. Plain methods on arrays of equal lengths; prices
 * are positive, and a bar's open and close lie between its low and high.
 */
public final class RangeVolatility {
  private static final double FOUR_LN_2 = 4 * Math.log(2);
  private static final double CLOSE_WEIGHT = 2 * Math.log(2) - 1;

  private RangeVolatility() {}

  /**
   * M. Parkinson, The extreme value method for estimating the variance of the rate of return,
   * Journal of Business 53 (1980), 61–65.
   */
  public static double parkinson(double[] high, double[] low) {
    double sum = 0;
    for (int i = 0; i < high.length; i++) {
      double range = Math.log(high[i] / low[i]);
      sum += range * range;
    }
    return sum / (FOUR_LN_2 * high.length);
  }

  /**
   * M. B. Garman and M. J. Klass, On the estimation of security price volatilities from historical
   * data, Journal of Business 53 (1980), 67–78: the practical estimator.
   */
  public static double garmanKlass(double[] open, double[] high, double[] low, double[] close) {
    double sum = 0;
    for (int i = 0; i < high.length; i++) {
      double range = Math.log(high[i] / low[i]);
      double move = Math.log(close[i] / open[i]);
      sum += 0.5 * range * range - CLOSE_WEIGHT * move * move;
    }
    return sum / high.length;
  }

  /**
   * L. C. G. Rogers and S. E. Satchell, Estimating variance from high, low and closing prices,
   * Annals of Applied Probability 1 (1991), 504–512: whatever the drift.
   */
  public static double rogersSatchell(double[] open, double[] high, double[] low, double[] close) {
    return rogersSatchell(open, high, low, close, 0);
  }

  private static double rogersSatchell(
      double[] open, double[] high, double[] low, double[] close, int first) {
    double sum = 0;
    for (int i = first; i < high.length; i++) {
      double up = Math.log(high[i] / open[i]);
      double down = Math.log(low[i] / open[i]);
      double move = Math.log(close[i] / open[i]);
      sum += up * (up - move) + down * (down - move);
    }
    return sum / (high.length - first);
  }

  /** The mean square of what happened between a close and the next open. */
  public static double overnight(double[] open, double[] close) {
    double sum = 0;
    for (int i = 1; i < open.length; i++) {
      double jump = Math.log(open[i] / close[i - 1]);
      sum += jump * jump;
    }
    return sum / (open.length - 1);
  }

  /** The weight of the open-to-close variance for so many bars that follow another. */
  public static double yangZhangWeight(int bars) {
    return 0.34 / (1.34 + (bars + 1.0) / (bars - 1.0));
  }

  /**
   * D. Yang and Q. Zhang, Drift-independent volatility estimation based on high, low, open, and
   * close prices, Journal of Business 73 (2000), 477–491, with their weight.
   *
   * @param open at least of three bars; the first bar gives only its close
   */
  public static double yangZhang(double[] open, double[] high, double[] low, double[] close) {
    int bars = open.length - 1;
    double jumps = 0;
    double moves = 0;
    for (int i = 1; i <= bars; i++) {
      jumps += Math.log(open[i] / close[i - 1]);
      moves += Math.log(close[i] / open[i]);
    }
    double jumpSquares = 0;
    double moveSquares = 0;
    for (int i = 1; i <= bars; i++) {
      double jump = Math.log(open[i] / close[i - 1]) - jumps / bars;
      double move = Math.log(close[i] / open[i]) - moves / bars;
      jumpSquares += jump * jump;
      moveSquares += move * move;
    }
    double weight = yangZhangWeight(bars);
    return jumpSquares / (bars - 1)
        + weight * moveSquares / (bars - 1)
        + (1 - weight) * rogersSatchell(open, high, low, close, 1);
  }
}

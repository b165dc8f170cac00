package io.ratel.marketdata.indicator;

/**
 * Rows in columns: bars, or values, which are rows whose open, high, low and close are the same.
 * The arrays are the caller's and are not copied; a reader changes nothing in them.
 */
public final class Series {
  private final double[] opens;
  private final double[] highs;
  private final double[] lows;
  private final double[] closes;
  private final double[] volumes;
  private final long[] timesNs;

  private Series(
      double[] opens,
      double[] highs,
      double[] lows,
      double[] closes,
      double[] volumes,
      long[] timesNs) {
    this.opens = opens;
    this.highs = highs;
    this.lows = lows;
    this.closes = closes;
    this.volumes = volumes;
    this.timesNs = timesNs;
    for (double[] column : new double[][] {opens, highs, lows, volumes}) {
      if (column.length != closes.length) {
        throw new IllegalArgumentException(
            "columns must be of one length, were " + column.length + " and " + closes.length);
      }
    }
    if (timesNs.length != closes.length) {
      throw new IllegalArgumentException(
          "times must be as many as rows, were " + timesNs.length + " and " + closes.length);
    }
  }

  /** Values without volume or time. */
  public static Series ofValues(double[] values) {
    return new Series(
        values, values, values, values, new double[values.length], new long[values.length]);
  }

  /**
   * @param timesNs starts of the bars, nanoseconds since 1970 UTC; all 0 where they are not known
   */
  public static Series ofBars(
      double[] opens,
      double[] highs,
      double[] lows,
      double[] closes,
      double[] volumes,
      long[] timesNs) {
    return new Series(opens, highs, lows, closes, volumes, timesNs);
  }

  /** Room for rows that are {@link #set} one by one. */
  public static Series ofRows(int size) {
    return new Series(
        new double[size],
        new double[size],
        new double[size],
        new double[size],
        new double[size],
        new long[size]);
  }

  /** Writes a row into arrays that are this series' own. */
  public void set(
      int at, double open, double high, double low, double close, double volume, long timeNs) {
    opens[at] = open;
    highs[at] = high;
    lows[at] = low;
    closes[at] = close;
    volumes[at] = volume;
    timesNs[at] = timeNs;
  }

  public int size() {
    return closes.length;
  }

  public double open(int at) {
    return opens[at];
  }

  public double high(int at) {
    return highs[at];
  }

  public double low(int at) {
    return lows[at];
  }

  public double close(int at) {
    return closes[at];
  }

  public double volume(int at) {
    return volumes[at];
  }

  public long timeNs(int at) {
    return timesNs[at];
  }

  /** The mean of high, low and close. */
  public double typical(int at) {
    return (highs[at] + lows[at] + closes[at]) / 3;
  }

  /** The middle of high and low. */
  public double middle(int at) {
    return (highs[at] + lows[at]) / 2;
  }

  /** The column itself. */
  double[] closes() {
    return closes;
  }
}

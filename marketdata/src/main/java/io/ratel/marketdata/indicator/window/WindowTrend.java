package io.ratel.marketdata.indicator.window;

/**
 * The sum of the newest {@code size} values, and the sum with weights from 1 for the oldest to
 * {@code size} for the newest; both of differences to {@link #pivot}, a value of the window.
 */
public final class WindowTrend {
  private final double[] ring;
  private final double[] restSum;
  private final double[] restWeighted;
  private double pivot;
  private double fresh;
  private double freshWeighted;
  private int at;
  private boolean full;
  private double sum = Double.NaN;
  private double weighted = Double.NaN;
  private double ofPivot;

  public WindowTrend(int size) {
    ring = new double[size];
    restSum = new double[size + 1];
    restWeighted = new double[size + 1];
  }

  /** Takes a value; false until there are as many as the window holds. */
  public boolean next(double value) {
    if (at == 0 && !full) {
      pivot = value;
    }
    ring[at] = value;
    at++;
    double difference = value - pivot;
    fresh += difference;
    freshWeighted += at * difference;
    boolean ready = full || at == ring.length;
    if (ready) {
      sum = restSum[at] + fresh;
      weighted = restWeighted[at] + ((ring.length - at) * fresh + freshWeighted);
      ofPivot = pivot;
    }
    if (at == ring.length) {
      turn(value);
    }
    return ready;
  }

  /** A sum of sums from each place on counts its oldest value once, the next one twice. */
  private void turn(double newest) {
    pivot = Double.isFinite(newest) ? newest : 0;
    double s = 0;
    double w = 0;
    for (int i = ring.length - 1; i >= 0; i--) {
      s += ring[i] - pivot;
      w += s;
      restSum[i] = s;
      restWeighted[i] = w;
    }
    fresh = 0;
    freshWeighted = 0;
    at = 0;
    full = true;
  }

  public double sum() {
    return sum;
  }

  public double weighted() {
    return weighted;
  }

  /** What was taken off each value of the two sums. */
  public double pivot() {
    return ofPivot;
  }
}

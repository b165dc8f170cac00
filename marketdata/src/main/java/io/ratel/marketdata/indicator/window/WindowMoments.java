package io.ratel.marketdata.indicator.window;

/**
 * Mean and variance of the newest {@code size} values. Sums are of differences to a pivot that is a
 * value of the window itself: it lies at most {@code √n} deviations from the mean, so that the one
 * subtraction in the variance loses at most the digits of {@code n²}, wherever the values lie.
 */
public final class WindowMoments {
  private final double[] ring;
  private final double[] restSum;
  private final double[] restSquares;
  private double pivot;
  private double sum;
  private double squares;
  private int at;
  private boolean full;
  private double mean = Double.NaN;
  private double variance = Double.NaN;

  public WindowMoments(int size) {
    ring = new double[size];
    restSum = new double[size + 1];
    restSquares = new double[size + 1];
  }

  /**
   * Takes a value; {@link #mean} and {@link #variance} are then of the window that ends with it.
   */
  public void next(double value) {
    if (at == 0 && !full) {
      pivot = value;
    }
    ring[at] = value;
    double difference = value - pivot;
    sum += difference;
    squares += difference * difference;
    at++;
    if (at == ring.length) {
      turn(value); // the old pivot is in the window no more
    }
    if (full) {
      double shifted = (restSum[at] + sum) / ring.length;
      mean = pivot + shifted;
      double spread = (restSquares[at] + squares) / ring.length - shifted * shifted;
      variance = spread < 0 ? 0 : spread;
    }
  }

  private void turn(double newest) {
    pivot = Double.isFinite(newest) ? newest : 0;
    double s = 0;
    double q = 0;
    for (int i = ring.length - 1; i >= 0; i--) {
      double difference = ring[i] - pivot;
      s += difference;
      q += difference * difference;
      restSum[i] = s;
      restSquares[i] = q;
    }
    sum = 0;
    squares = 0;
    at = 0;
    full = true;
  }

  /** NaN until there are as many values as the window holds. */
  public double mean() {
    return mean;
  }

  /** Of the window as the whole population. */
  public double variance() {
    return variance;
  }
}

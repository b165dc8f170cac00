package io.ratel.marketdata.indicator.window;

/** The sum of the newest {@code size} values. */
public final class WindowSum {
  private final double[] ring;

  /** What the old round has left from each place to its end. */
  private final double[] rest;

  private double fresh;
  private int at;
  private boolean full;

  public WindowSum(int size) {
    ring = new double[size];
    rest = new double[size + 1];
  }

  /** Takes a value; NaN until there are as many as the window holds. */
  public double next(double value) {
    ring[at] = value;
    fresh += value;
    at++;
    double sum = full || at == ring.length ? rest[at] + fresh : Double.NaN;
    if (at == ring.length) {
      turn();
    }
    return sum;
  }

  private void turn() {
    double sum = 0;
    for (int i = ring.length - 1; i >= 0; i--) {
      sum += ring[i];
      rest[i] = sum;
    }
    fresh = 0;
    at = 0;
    full = true;
  }
}

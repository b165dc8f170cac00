package io.ratel.marketdata.indicator.window;

import java.util.Arrays;

/** The value of some rows ago. */
public final class Delay {
  private final double[] ring;
  private int at;

  public Delay(int rows) {
    ring = new double[rows];
    Arrays.fill(ring, Double.NaN);
  }

  /** Takes a value; NaN until it has taken more than the delay. */
  public double next(double value) {
    double before = ring[at];
    ring[at] = value;
    at = at + 1 == ring.length ? 0 : at + 1;
    return before;
  }
}

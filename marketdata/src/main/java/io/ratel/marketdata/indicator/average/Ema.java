package io.ratel.marketdata.indicator.average;

import io.ratel.marketdata.indicator.Step;

/**
 * A mean in which each value weighs less than the next by a factor; it starts at the mean of the
 * first values.
 */
public final class Ema implements Step {
  private final int seeds;
  private final double weight;
  private double mean;
  private int seen;

  private Ema(int seeds, double weight) {
    this.seeds = seeds;
    this.weight = weight;
  }

  /** Weight {@code 2 / (n + 1)} for the newest value. */
  public Ema(int period) {
    this(period, 2.0 / (period + 1));
  }

  /** Wilder's smoothing (1978, p. 21): weight {@code 1 / n} for the newest value. */
  public static Ema wilder(int period) {
    return new Ema(period, 1.0 / period);
  }

  @Override
  public double next(double value) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    if (seen >= seeds) {
      mean += weight * (value - mean);
      return mean;
    }
    mean += value;
    seen++;
    if (seen < seeds) {
      return Double.NaN;
    }
    mean /= seeds;
    return mean;
  }

  @Override
  public void run(double[] values, double[] out) {
    for (int i = 0; i < values.length; i++) {
      out[i] = next(values[i]);
    }
  }
}

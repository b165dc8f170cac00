package io.ratel.marketdata.indicator.average;

import io.ratel.marketdata.indicator.Step;
import io.ratel.marketdata.indicator.window.WindowSum;

/** The mean of the newest values. */
public final class Sma implements Step {
  private final WindowSum window;
  private final double size;

  public Sma(int size) {
    this.window = new WindowSum(size);
    this.size = size;
  }

  @Override
  public double next(double value) {
    return Double.isNaN(value) ? Double.NaN : window.next(value) / size;
  }

  @Override
  public void run(double[] values, double[] out) {
    for (int i = 0; i < values.length; i++) {
      out[i] = next(values[i]);
    }
  }
}

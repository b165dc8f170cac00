package io.ratel.marketdata.indicator.average;

import io.ratel.marketdata.indicator.Step;
import io.ratel.marketdata.indicator.window.WindowTrend;

/** A mean with weights from 1 for the oldest value to {@code n} for the newest. */
public final class Wma implements Step {
  private final WindowTrend window;
  private final double weights;

  public Wma(int size) {
    this.window = new WindowTrend(size);
    this.weights = size * (size + 1.0) / 2;
  }

  @Override
  public double next(double value) {
    return Double.isNaN(value) || !window.next(value)
        ? Double.NaN
        : window.pivot() + window.weighted() / weights;
  }
}

package io.ratel.marketdata.indicator.momentum;

import io.ratel.marketdata.indicator.Step;

/** Wilder's relative strength index, 0 to 100. */
final class Rsi implements Step {
  private final int period;
  private final double weight;
  private double last = Double.NaN;
  private double gain;
  private double loss;
  private int seen;

  Rsi(int period) {
    this.period = period;
    this.weight = 1.0 / period;
  }

  @Override
  public double next(double value) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    double change = value - last;
    last = value;
    if (Double.isNaN(change)) {
      return Double.NaN;
    }
    double up = Math.max(change, 0);
    double down = Math.max(-change, 0);
    if (seen >= period) {
      gain += weight * (up - gain);
      loss += weight * (down - loss);
      return index();
    }
    gain += up;
    loss += down;
    seen++;
    if (seen < period) {
      return Double.NaN;
    }
    gain /= period;
    loss /= period;
    return index();
  }

  private double index() {
    double both = gain + loss;
    return both == 0 ? 50 : 100 * gain / both;
  }

  @Override
  public void run(double[] values, double[] out) {
    for (int i = 0; i < values.length; i++) {
      out[i] = next(values[i]);
    }
  }
}

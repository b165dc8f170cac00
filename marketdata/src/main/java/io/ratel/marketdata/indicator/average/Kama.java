package io.ratel.marketdata.indicator.average;

import io.ratel.marketdata.indicator.Step;
import io.ratel.marketdata.indicator.window.Delay;
import io.ratel.marketdata.indicator.window.WindowSum;

/** An exponential mean that is as fast as the price goes straight. */
final class Kama implements Step {
  private final Delay before;
  private final WindowSum path;
  private final double fast;
  private final double slow;
  private double last = Double.NaN;
  private double mean = Double.NaN;

  Kama(int size, int fast, int slow) {
    this.before = new Delay(size);
    this.path = new WindowSum(size);
    this.fast = 2.0 / (fast + 1);
    this.slow = 2.0 / (slow + 1);
  }

  @Override
  public double next(double value) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    double previous = last;
    last = value;
    double origin = before.next(value);
    if (Double.isNaN(previous)) {
      return Double.NaN;
    }
    double length = path.next(Math.abs(value - previous));
    if (Double.isNaN(length)) {
      return Double.NaN;
    }
    double way = Math.abs(value - origin);
    double efficiency = length <= way ? 1 : way / length;
    double speed = efficiency * (fast - slow) + slow;
    double from = Double.isNaN(mean) ? previous : mean;
    mean = from + speed * speed * (value - from);
    return mean;
  }
}

package io.ratel.quant.rate.curve;

/** Forward rates that are flat between times: logarithms of discount factors are straight. */
final class FlatForwards implements DiscountCurve {
  private final double[] times;
  private final double[] logs;

  FlatForwards(double[] times, double[] zeros) {
    this.times = times.clone();
    this.logs = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      logs[i] = zeros[i] * times[i];
    }
  }

  @Override
  public double discount(double years) {
    int right = Math.min(Nodes.below(times, years), times.length - 1);
    double start = right == 0 ? 0 : times[right - 1];
    double log = right == 0 ? 0 : logs[right - 1];
    double forward = (logs[right] - log) / (times[right] - start);
    return Math.exp(-log - forward * (years - start));
  }
}

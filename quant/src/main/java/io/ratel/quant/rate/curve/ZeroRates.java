package io.ratel.quant.rate.curve;

/** Zero rates joined by lines or by a natural cubic spline, flat outside. */
final class ZeroRates implements DiscountCurve {
  private final double[] times;
  private final double[] zeros;
  private final double[] bends;

  private ZeroRates(double[] times, double[] zeros, double[] bends) {
    this.times = times.clone();
    this.zeros = zeros.clone();
    this.bends = bends;
  }

  static ZeroRates linear(double[] times, double[] zeros) {
    return new ZeroRates(times, zeros, new double[times.length]);
  }

  /** Second derivatives by the tridiagonal equations of a spline whose ends do not bend. */
  static ZeroRates cubic(double[] times, double[] zeros) {
    int n = times.length;
    double[] bends = new double[n];
    double[] above = new double[n];
    for (int i = 1; i < n - 1; i++) {
      double left = times[i] - times[i - 1];
      double right = times[i + 1] - times[i];
      double slopes = (zeros[i + 1] - zeros[i]) / right - (zeros[i] - zeros[i - 1]) / left;
      double pivot = 2 * (left + right) - left * above[i - 1];
      above[i] = right / pivot;
      bends[i] = (6 * slopes - left * bends[i - 1]) / pivot;
    }
    for (int i = n - 2; i > 0; i--) {
      bends[i] -= above[i] * bends[i + 1];
    }
    return new ZeroRates(times, zeros, bends);
  }

  @Override
  public double discount(double years) {
    return Math.exp(-zero(years) * years);
  }

  @Override
  public double zero(double years) {
    int i = Nodes.below(times, years);
    if (i == 0) {
      return zeros[0];
    }
    if (i == times.length) {
      return zeros[i - 1];
    }
    double width = times[i] - times[i - 1];
    double right = (years - times[i - 1]) / width;
    double left = 1 - right;
    double line = left * zeros[i - 1] + right * zeros[i];
    double bend =
        (left * left * left - left) * bends[i - 1] + (right * right * right - right) * bends[i];
    return line + bend * width * width / 6;
  }
}

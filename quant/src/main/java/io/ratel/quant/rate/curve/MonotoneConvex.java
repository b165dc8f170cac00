package io.ratel.quant.rate.curve;

/**
 * Forward rates that are continuous, and positive where the market's are: P. S. Hagan and G. West,
 * Interpolation methods for curve construction, Applied Mathematical Finance 13 (2006), 89–129,
 * section 6; the regions are numbered as there.
 */
final class MonotoneConvex implements DiscountCurve {
  private final double[] times;
  private final double[] logs;
  private final double[] discrete;
  private final double[] forwards;

  MonotoneConvex(double[] given, double[] zeros) {
    int n = given.length;
    times = new double[n + 1];
    logs = new double[n + 1];
    discrete = new double[n + 1];
    for (int i = 1; i <= n; i++) {
      times[i] = given[i - 1];
      logs[i] = zeros[i - 1] * given[i - 1];
      discrete[i] = (logs[i] - logs[i - 1]) / (times[i] - times[i - 1]);
    }
    forwards = forwards(n);
  }

  private double[] forwards(int n) {
    double[] all = new double[n + 1];
    for (int i = 1; i < n; i++) {
      double width = times[i + 1] - times[i - 1];
      double mean =
          (times[i] - times[i - 1]) / width * discrete[i + 1]
              + (times[i + 1] - times[i]) / width * discrete[i];
      all[i] = bounded(mean, Math.min(discrete[i], discrete[i + 1]));
    }
    if (n == 1) {
      all[0] = discrete[1];
      all[1] = discrete[1];
      return all;
    }
    all[0] = bounded(discrete[1] - 0.5 * (all[1] - discrete[1]), discrete[1]);
    all[n] = bounded(discrete[n] - 0.5 * (all[n - 1] - discrete[n]), discrete[n]);
    return all;
  }

  /** From 0 to twice the discrete forward; as it is where that is negative. */
  private static double bounded(double forward, double discrete) {
    return discrete < 0 ? forward : Math.max(0, Math.min(forward, 2 * discrete));
  }

  @Override
  public double discount(double years) {
    int n = times.length - 1;
    if (years >= times[n]) {
      return Math.exp(-logs[n] - forwards[n] * (years - times[n]));
    }
    int i = Math.max(1, Nodes.below(times, years));
    double width = times[i] - times[i - 1];
    double x = (years - times[i - 1]) / width;
    double extra = integral(x, forwards[i - 1] - discrete[i], forwards[i] - discrete[i]);
    return Math.exp(-logs[i - 1] - width * (discrete[i] * x + extra));
  }

  /** The integral from 0 to x of g, which is first at 0, last at 1 and has the mean 0. */
  private static double integral(double x, double first, double last) {
    if (x <= 0 || x >= 1 || (first == 0 && last == 0)) {
      return 0;
    }
    if (first * last >= 0) {
      return fourth(x, first, last);
    }
    double ratio = -last / first;
    if (ratio >= 0.5 && ratio <= 2) {
      return first * x * (1 - x) * (1 - x) - last * x * x * (1 - x);
    }
    if (ratio > 2) {
      double eta = (last + 2 * first) / (last - first);
      double past = Math.max(0, x - eta);
      return first * x + (last - first) * past * past * past / (3 * (1 - eta) * (1 - eta));
    }
    double eta = 3 * last / (last - first);
    double left = Math.max(0, eta - x);
    return last * x + (first - last) / 3 * (eta - left * left * left / (eta * eta));
  }

  private static double fourth(double x, double first, double last) {
    double eta = last / (last + first);
    double low = -first * last / (first + last);
    double left = Math.max(0, eta - x);
    double right = Math.max(0, x - eta);
    double early = eta > 0 ? (first - low) / 3 * (eta - left * left * left / (eta * eta)) : 0;
    double late = eta < 1 ? (last - low) * right * right * right / (3 * (1 - eta) * (1 - eta)) : 0;
    return low * x + early + late;
  }
}

package io.ratel.quant.statistic;

/** Moments of two series of one length. */
public final class Pairs {
  private Pairs() {}

  /** Divided by n − 1; NaN of fewer than two. */
  public static double covariance(double[] x, double[] y) {
    return x.length < 2 ? Double.NaN : covariancePopulation(x, y) * x.length / (x.length - 1);
  }

  /** Divided by n. */
  public static double covariancePopulation(double[] x, double[] y) {
    double meanX = Moments.mean(x);
    double meanY = Moments.mean(y);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - meanX) * (y[i] - meanY);
    }
    return sum / x.length;
  }

  /** Pearson's; NaN when one of them does not vary. */
  public static double correlation(double[] x, double[] y) {
    double squares = Moments.variancePopulation(x) * Moments.variancePopulation(y);
    return squares > 0
        ? Math.clamp(covariancePopulation(x, y) / Math.sqrt(squares), -1, 1)
        : Double.NaN;
  }

  /** The slope of the line that explains y by x; NaN when x does not vary. */
  public static double slope(double[] x, double[] y) {
    double variance = Moments.variancePopulation(x);
    return variance > 0 ? covariancePopulation(x, y) / variance : Double.NaN;
  }

  /** x less y, each by each. */
  public static double[] difference(double[] x, double[] y) {
    double[] difference = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      difference[i] = x[i] - y[i];
    }
    return difference;
  }
}

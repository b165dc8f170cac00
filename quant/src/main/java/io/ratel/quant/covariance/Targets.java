package io.ratel.quant.covariance;

import io.ratel.quant.function.Choice;

/** The simple matrices that a sample covariance is drawn to. */
final class Targets {
  enum Target implements Choice {
    IDENTITY("identity"),
    DIAGONAL("diagonal"),
    CONSTANT_CORRELATION("constant-correlation"),
    SINGLE_FACTOR("single-factor");

    private final String label;

    Target(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  private Targets() {}

  static double trace(double[][] matrix) {
    double trace = 0;
    for (int i = 0; i < matrix.length; i++) {
      trace += matrix[i][i];
    }
    return trace;
  }

  static double[][] of(Target target, double[][] sample) {
    return switch (target) {
      case IDENTITY -> identity(sample);
      case DIAGONAL -> diagonal(sample);
      case CONSTANT_CORRELATION -> constantCorrelation(sample);
      case SINGLE_FACTOR -> singleFactor(sample);
    };
  }

  /** The mean variance for all, and no covariance. */
  static double[][] identity(double[][] sample) {
    double[][] target = new double[sample.length][sample.length];
    double mean = trace(sample) / sample.length;
    for (int i = 0; i < target.length; i++) {
      target[i][i] = mean;
    }
    return target;
  }

  private static double[][] diagonal(double[][] sample) {
    double[][] target = new double[sample.length][sample.length];
    for (int i = 0; i < target.length; i++) {
      target[i][i] = sample[i][i];
    }
    return target;
  }

  /** The variances, and the mean correlation for all pairs of assets that vary. */
  private static double[][] constantCorrelation(double[][] sample) {
    int n = sample.length;
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double product = Math.sqrt(sample[i][i] * sample[j][j]);
        sum += product > 0 ? sample[i][j] / product : 0;
        pairs += product > 0 ? 1 : 0;
      }
    }
    double mean = pairs == 0 ? 0 : sum / pairs;
    double[][] target = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        target[i][j] = i == j ? sample[i][i] : mean * Math.sqrt(sample[i][i] * sample[j][j]);
      }
    }
    return target;
  }

  /** The variances, and the covariances by the regression on the mean of all. */
  private static double[][] singleFactor(double[][] sample) {
    int n = sample.length;
    double[] loads = withMean(sample);
    double variance = 0;
    for (double each : loads) {
      variance += each / n;
    }
    double[][] target = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        target[i][j] = i == j ? sample[i][i] : variance > 0 ? loads[i] * loads[j] / variance : 0;
      }
    }
    return target;
  }

  /** The covariance of each with the mean of all. */
  static double[] withMean(double[][] sample) {
    double[] loads = new double[sample.length];
    for (int i = 0; i < loads.length; i++) {
      for (double each : sample[i]) {
        loads[i] += each / loads.length;
      }
    }
    return loads;
  }

  /** The sum of the squared differences. */
  static double distance(double[][] one, double[][] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < one.length; j++) {
        double difference = one[i][j] - other[i][j];
        sum += difference * difference;
      }
    }
    return sum;
  }
}

package io.ratel.quant.risk.portfolio;

/** Products of a covariance with positions. */
public final class Quadratic {
  private Quadratic() {}

  /** Σ x, into {@code product}. */
  public static void times(double[][] matrix, double[] x, double[] product) {
    for (int i = 0; i < x.length; i++) {
      product[i] = dot(matrix[i], x);
    }
  }

  public static double[] times(double[][] matrix, double[] x) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(matrix[i], x);
    }
    return product;
  }

  public static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** Covariances from volatilities and correlations. */
  public static double[][] covariance(double[] volatilities, double[][] correlation) {
    int n = volatilities.length;
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        covariance[i][j] = correlation[i][j] * volatilities[i] * volatilities[j];
      }
    }
    return covariance;
  }
}

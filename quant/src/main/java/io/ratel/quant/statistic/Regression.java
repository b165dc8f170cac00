package io.ratel.quant.statistic;

import org.ojalgo.matrix.decomposition.QR;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * Ordinary least squares with an intercept, of several series on the same factors.
 *
 * @param intercepts of each series
 * @param slopes a row for each series, a column for each factor
 * @param residuals a row for each observation, a column for each series
 * @param interceptErrors their standard errors, residual variance divided by the degrees left
 * @param slopeErrors alike
 * @param rSquared the share of each series' variance that is explained; NaN of one that does not
 *     vary
 */
public record Regression(
    double[] intercepts,
    double[][] slopes,
    double[][] residuals,
    double[] interceptErrors,
    double[][] slopeErrors,
    double[] rSquared) {
  /** Factors that are not independent of each other have no slopes. */
  public static final class DependentFactorsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DependentFactorsException() {
      super("factors are not independent of each other", null, false, false);
    }
  }

  /**
   * Of centred series by ojAlgo's QR.
   *
   * @param factors a row for each observation; more rows than columns and one
   * @param series as many rows
   * @throws DependentFactorsException
   */
  public static Regression of(double[][] factors, double[][] series) {
    int rows = factors.length;
    int k = factors[0].length;
    int n = series[0].length;
    double[] factorMeans = new double[k];
    double[] means = new double[n];
    R064Store x = centred(factors, factorMeans);
    R064Store y = centred(series, means);
    QR<Double> qr = QR.R064.make(rows, k);
    qr.decompose(x);
    if (!qr.isFullRank()) {
      throw new DependentFactorsException();
    }
    MatrixStore<Double> solved = qr.getSolution(y);
    double[][] inverse = inverse(qr.getR(), k);
    double[] intercepts = new double[n];
    double[][] slopes = new double[n][k];
    double[][] residuals = new double[rows][n];
    double[] interceptErrors = new double[n];
    double[][] slopeErrors = new double[n][k];
    double[] rSquared = new double[n];
    for (int i = 0; i < n; i++) {
      intercepts[i] = means[i];
      for (int j = 0; j < k; j++) {
        slopes[i][j] = solved.doubleValue(j, i);
        intercepts[i] -= slopes[i][j] * factorMeans[j];
      }
      double left = 0;
      double all = 0;
      for (int t = 0; t < rows; t++) {
        double rest = y.doubleValue(t, i);
        all += rest * rest;
        for (int j = 0; j < k; j++) {
          rest -= slopes[i][j] * x.doubleValue(t, j);
        }
        residuals[t][i] = rest;
        left += rest * rest;
      }
      rSquared[i] = all > 0 ? 1 - left / all : Double.NaN;
      double variance = left / (rows - k - 1);
      double atMean = 1.0 / rows;
      for (int j = 0; j < k; j++) {
        double own = dot(inverse[j], inverse[j]);
        slopeErrors[i][j] = Math.sqrt(variance * own);
        for (int l = 0; l < k; l++) {
          atMean += factorMeans[j] * factorMeans[l] * dot(inverse[j], inverse[l]);
        }
      }
      interceptErrors[i] = Math.sqrt(variance * atMean);
    }
    return new Regression(intercepts, slopes, residuals, interceptErrors, slopeErrors, rSquared);
  }

  private static R064Store centred(double[][] rows, double[] means) {
    R064Store store = R064Store.FACTORY.make(rows.length, means.length);
    double[] column = new double[rows.length];
    for (int j = 0; j < means.length; j++) {
      for (int t = 0; t < column.length; t++) {
        column[t] = rows[t][j];
      }
      means[j] = Moments.mean(column);
      boolean varies = Moments.variancePopulation(column) > 0;
      for (int t = 0; t < column.length; t++) {
        store.set(t, j, varies ? column[t] - means[j] : 0);
      }
    }
    return store;
  }

  /** R⁻¹ of an upper triangle, so that (XᵀX)⁻¹ = R⁻¹ R⁻ᵀ: products of its rows. */
  private static double[][] inverse(MatrixStore<Double> r, int k) {
    double[][] inverse = new double[k][k];
    for (int j = 0; j < k; j++) {
      for (int i = j; i >= 0; i--) {
        double sum = i == j ? 1 : 0;
        for (int l = i + 1; l <= j; l++) {
          sum -= r.doubleValue(i, l) * inverse[l][j];
        }
        inverse[i][j] = sum / r.doubleValue(i, i);
      }
    }
    return inverse;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}

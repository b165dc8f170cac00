package io.ratel.quant.covariance;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.RawStore;

/** The lower triangle L of a covariance L Lᵀ. */
public final class CholeskyRoot {
  private static final String DEFINITE =
      "must be positive semi-definite; covariance/repair finds the nearest that is";

  /** Below this part of the largest variance, what is left of one is rounding. */
  private static final double ROUNDING = 1e-12;

  /**
   * How far below 0 an eigenvalue of a correlation may be that was rounded to two or three digits.
   */
  private static final double PRINTED = 1e-3;

  private CholeskyRoot() {}

  /**
   * Refuses what no asset's returns can have, but for the rounding of printed tables.
   *
   * @param symmetric a covariance or a correlation
   * @param field what a refusal names
   * @throws InvalidArgumentException when it is not positive semi-definite
   */
  public static void require(String field, double[][] symmetric) {
    int n = symmetric.length;
    double[][] lifted = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double scale = Math.sqrt(symmetric[i][i]) * Math.sqrt(symmetric[j][j]);
        boolean impossible = !(scale > 0) && symmetric[i][j] != 0;
        if (impossible) {
          throw indefinite(field, i);
        }
        lifted[i][j] = i == j ? 1 + PRINTED : scale > 0 ? symmetric[i][j] / scale : 0;
      }
    }
    Cholesky<Double> cholesky = Cholesky.R064.make(n, n);
    if (!cholesky.decompose(RawStore.wrap(lifted)) || !cholesky.isSPD()) {
      throw new InvalidArgumentException(field, n + " × " + n, DEFINITE);
    }
  }

  /**
   * By ojAlgo; of a singular matrix by plain elimination that leaves columns of zeros.
   *
   * @param field what a refusal names
   * @throws InvalidArgumentException when it is not positive semi-definite
   */
  public static double[][] of(String field, double[][] covariance) {
    int n = covariance.length;
    Cholesky<Double> cholesky = Cholesky.R064.make(n, n);
    if (cholesky.decompose(RawStore.wrap(covariance)) && cholesky.isSPD()) {
      MatrixStore<Double> lower = cholesky.getL();
      double[][] root = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int k = 0; k <= i; k++) {
          root[i][k] = lower.doubleValue(i, k);
        }
      }
      return root;
    }
    return semidefinite(field, covariance);
  }

  private static double[][] semidefinite(String field, double[][] covariance) {
    int n = covariance.length;
    double[][] root = new double[n][n];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, covariance[i][i]);
    }
    for (int k = 0; k < n; k++) {
      double left = covariance[k][k];
      for (int j = 0; j < k; j++) {
        left -= root[k][j] * root[k][j];
      }
      boolean none = left <= ROUNDING * largest;
      double pivot = none ? 0 : Math.sqrt(left);
      root[k][k] = pivot;
      for (int i = k + 1; i < n; i++) {
        double rest = covariance[i][k];
        for (int j = 0; j < k; j++) {
          rest -= root[i][j] * root[k][j];
        }
        double bound = Math.sqrt(Math.max(0, covariance[i][i]) * largest);
        if (left < -ROUNDING * n * largest || (none && Math.abs(rest) > 1e-6 * bound)) {
          throw indefinite(field, k);
        }
        root[i][k] = none ? 0 : rest / pivot;
      }
      if (left < -ROUNDING * n * largest) {
        throw indefinite(field, k);
      }
    }
    return root;
  }

  private static InvalidArgumentException indefinite(String field, int row) {
    return new InvalidArgumentException(field, "row " + row, DEFINITE);
  }
}

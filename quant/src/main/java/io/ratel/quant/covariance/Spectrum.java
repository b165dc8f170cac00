package io.ratel.quant.covariance;

import java.util.Arrays;
import java.util.Comparator;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.RawStore;

/**
 * The eigenvalues of a symmetric matrix, descending, and their vectors.
 *
 * @param vectors row k belongs to value k, of length 1; its largest element is positive
 */
public record Spectrum(double[] values, double[][] vectors) {
  /** By ojAlgo. */
  public static Spectrum of(double[][] symmetric) {
    int n = symmetric.length;
    Eigenvalue<Double> solver = Eigenvalue.R064.make(n, true);
    if (!solver.decompose(RawStore.wrap(symmetric))) {
      throw new IllegalArgumentException("a matrix of finite numbers has eigenvalues");
    }
    double[] raw = new double[n];
    MatrixStore<Double> d = solver.getD();
    MatrixStore<Double> v = solver.getV();
    Arrays.setAll(raw, i -> d.doubleValue(i, i));
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -raw[i]));
    double[] values = new double[n];
    double[][] vectors = new double[n][n];
    for (int k = 0; k < n; k++) {
      values[k] = raw[order[k]];
      int largest = 0;
      for (int i = 0; i < n; i++) {
        vectors[k][i] = v.doubleValue(i, order[k]);
        if (Math.abs(vectors[k][i]) > Math.abs(vectors[k][largest]) + 1e-12) {
          largest = i;
        }
      }
      if (vectors[k][largest] < 0) {
        for (int i = 0; i < n; i++) {
          vectors[k][i] = -vectors[k][i];
        }
      }
    }
    return new Spectrum(values, vectors);
  }

  /** The matrix with other eigenvalues and the same vectors. */
  public double[][] with(double[] others) {
    double[][] rows = new double[others.length][];
    double[][] scaled = new double[others.length][];
    for (int k = 0; k < others.length; k++) {
      rows[k] = vectors[k];
      scaled[k] = vectors[k].clone();
      for (int i = 0; i < scaled[k].length; i++) {
        scaled[k][i] *= others[k];
      }
    }
    double[][] matrix = CrossProduct.of(scaled, rows);
    for (int i = 1; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        double mean = 0.5 * (matrix[i][j] + matrix[j][i]);
        matrix[i][j] = mean;
        matrix[j][i] = mean;
      }
    }
    return matrix;
  }
}

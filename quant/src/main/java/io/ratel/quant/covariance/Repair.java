package io.ratel.quant.covariance;

import io.ratel.quant.function.Choice;
import io.ratel.quant.function.Progress;

/** The nearest matrices that can be covariances. */
public final class Repair {
  /** How a matrix is repaired. */
  public enum Method implements Choice {
    EIGENVALUE_CLIP("eigenvalue-clip"),
    SPECTRAL("spectral"),
    NEAREST_COVARIANCE("nearest-covariance"),
    HIGHAM("higham");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  private static final int ROUNDS = 1_000;

  private Repair() {}

  /** The mean of a matrix and its transpose. */
  static double[][] symmetric(double[][] matrix) {
    double[][] symmetric = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        symmetric[i][j] = i == j ? matrix[i][j] : 0.5 * (matrix[i][j] + matrix[j][i]);
      }
    }
    return symmetric;
  }

  /**
   * Eigenvalues raised to a minimum: with 0 the nearest semi-definite matrix by the sum of squared
   * differences, whose diagonal is larger: N. Higham, Computing a nearest symmetric positive
   * semidefinite matrix, Linear Algebra and its Applications 103 (1988), 103–118.
   */
  public static double[][] clipped(double[][] symmetric, double minimum) {
    Spectrum spectrum = Spectrum.of(symmetric);
    double[] values = spectrum.values().clone();
    if (values[values.length - 1] >= minimum) {
      return symmetric(symmetric);
    }
    for (int k = 0; k < values.length; k++) {
      values[k] = Math.max(minimum, values[k]);
    }
    return spectrum.with(values);
  }

  /**
   * Clipped, and scaled back to the diagonal: R. Rebonato and P. Jäckel, The most general
   * methodology to create a valid correlation matrix, Journal of Risk 2 (1999), 17–27, section 3.
   */
  public static double[][] spectral(double[][] symmetric, double minimum) {
    double[][] repaired = clipped(symmetric, minimum);
    double[] factors = new double[repaired.length];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = repaired[i][i] > 0 ? Math.sqrt(symmetric[i][i] / repaired[i][i]) : 0;
    }
    for (int i = 0; i < factors.length; i++) {
      for (int j = 0; j < factors.length; j++) {
        repaired[i][j] = i == j ? symmetric[i][i] : repaired[i][j] * factors[i] * factors[j];
      }
    }
    return repaired;
  }

  /**
   * The nearest with the same diagonal, after scaling it to 1 for {@link #higham}. Of a correlation
   * the two are the same.
   */
  public static double[][] nearestCovariance(
      double[][] symmetric, double minimum, Progress progress) {
    int n = symmetric.length;
    double[] scale = new double[n];
    double[][] y = new double[n][n];
    for (int i = 0; i < n; i++) {
      scale[i] = Math.sqrt(symmetric[i][i]);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double product = scale[i] * scale[j];
        y[i][j] = i == j ? 1 : product > 0 ? symmetric[i][j] / product : 0;
      }
    }
    double[][] nearest = higham(y, minimum, progress);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        nearest[i][j] = i == j ? symmetric[i][i] : nearest[i][j] * scale[i] * scale[j];
      }
    }
    return nearest;
  }

  /**
   * The nearest with ones on the diagonal, whatever is there: alternating projections with
   * Dykstra's correction, N. Higham, Computing the nearest correlation matrix, IMA Journal of
   * Numerical Analysis 22 (2002), 329–343, algorithm 3.3.
   */
  public static double[][] higham(double[][] symmetric, double minimum, Progress progress) {
    int n = symmetric.length;
    double[][] y = symmetric(symmetric);
    double[][] correction = new double[n][n];
    for (int round = 0; round < ROUNDS; round++) {
      progress.done((double) round / ROUNDS);
      double[][] r = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          r[i][j] = y[i][j] - correction[i][j];
        }
      }
      double[][] x = clipped(r, minimum);
      double change = 0;
      double size = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          correction[i][j] = x[i][j] - r[i][j];
          double next = i == j ? 1 : x[i][j];
          change = Math.max(change, Math.abs(next - y[i][j]));
          size = Math.max(size, Math.abs(next));
          y[i][j] = next;
        }
      }
      if (change <= 1e-11 * size) {
        break;
      }
    }
    // The last projection left the eigenvalues a hair below the minimum.
    return spectral(y, minimum);
  }
}

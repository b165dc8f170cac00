package io.ratel.quant.covariance;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;

/** A matrix that should be a covariance or a correlation. */
public record RepairQuestion(
    @Argument(value = "A symmetric matrix.", most = 1_000_000) double[][] matrix,
    @Argument(value = "How it is repaired.", preset = "nearest-covariance") Repair.Method method,
    @Argument(
            value = "The smallest eigenvalue; but by eigenvalue-clip, of the correlation.",
            min = 0,
            preset = "0")
        double minimum) {
  public RepairQuestion {
    square("matrix", matrix);
    diagonal("matrix", matrix);
    if (minimum >= 1 && method != Repair.Method.EIGENVALUE_CLIP) {
      throw new InvalidArgumentException(
          "minimum", Double.toString(minimum), "must be below 1, the mean of all eigenvalues");
    }
  }

  /** Refuses variances below 0. */
  static void diagonal(String field, double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      if (matrix[i][i] < 0) {
        throw new InvalidArgumentException(
            field + "[" + i + "][" + i + "]",
            Double.toString(matrix[i][i]),
            "must not be negative on the diagonal");
      }
    }
  }

  /**
   * Refuses what is not square and symmetric.
   *
   * @throws InvalidArgumentException naming the field
   */
  public static void square(String field, double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      if (matrix[i].length != matrix.length) {
        throw new InvalidArgumentException(
            field, matrix.length + " × " + matrix[i].length, "must be square");
      }
    }
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        double size = Math.max(Math.abs(matrix[i][j]), Math.abs(matrix[j][i]));
        if (Math.abs(matrix[i][j] - matrix[j][i]) > 1e-8 * size + 1e-300) {
          throw new InvalidArgumentException(
              field + "[" + i + "][" + j + "]",
              Double.toString(matrix[i][j]),
              "must equal its mirror, " + matrix[j][i]);
        }
      }
    }
  }
}

package io.ratel.quant.covariance;

/**
 * The products that all estimates are made of. Plain loops in an order that the cache and the
 * compiler's vectors like: a block of rows stays near while every row of the product takes it up,
 * four observations at a time.
 */
public final class CrossProduct {
  /** Rows of 1,000 assets that fit the second-level cache. */
  private static final int BLOCK = 32;

  private CrossProduct() {}

  /**
   * Xᵀ X.
   *
   * @param x observations × n
   * @return n × n, symmetric to the bit
   */
  public static double[][] ofItself(double[][] x) {
    int n = x[0].length;
    double[][] product = new double[n][n];
    for (int from = 0; from < x.length; from += BLOCK) {
      int to = Math.min(x.length, from + BLOCK);
      for (int i = 0; i < n; i++) {
        accumulate(product[i], x, x, i, i, from, to);
      }
    }
    mirror(product);
    return product;
  }

  /** Xᵀ Y; of the longer one, the rows beyond the other's are left out. */
  public static double[][] of(double[][] x, double[][] y) {
    int n = x[0].length;
    double[][] product = new double[n][y[0].length];
    int rows = Math.min(x.length, y.length);
    for (int from = 0; from < rows; from += BLOCK) {
      int to = Math.min(rows, from + BLOCK);
      for (int i = 0; i < n; i++) {
        accumulate(product[i], x, y, i, 0, from, to);
      }
    }
    return product;
  }

  /** Adds x[t][i] · y[t][j] for all t of a block to sums[j], from column {@code first}. */
  private static void accumulate(
      double[] sums, double[][] x, double[][] y, int i, int first, int from, int to) {
    int t = from;
    for (; t + 3 < to; t += 4) {
      add(
          sums,
          first,
          x[t][i],
          y[t],
          x[t + 1][i],
          y[t + 1],
          x[t + 2][i],
          y[t + 2],
          x[t + 3][i],
          y[t + 3]);
    }
    for (; t < to; t++) {
      double a = x[t][i];
      double[] row = y[t];
      for (int j = first; j < sums.length; j++) {
        sums[j] += a * row[j];
      }
    }
  }

  private static void add(
      double[] sums,
      int first,
      double a,
      double[] rowA,
      double b,
      double[] rowB,
      double c,
      double[] rowC,
      double d,
      double[] rowD) {
    for (int j = first; j < sums.length; j++) {
      sums[j] += a * rowA[j] + b * rowB[j] + (c * rowC[j] + d * rowD[j]);
    }
  }

  /** The lower triangle from the upper one. */
  private static void mirror(double[][] matrix) {
    for (int i = 1; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i][j] = matrix[j][i];
      }
    }
  }

  /** The mean of each column, to the last digit. */
  public static double[] means(double[][] x) {
    double[] means = new double[x[0].length];
    addMeans(x, means.clone(), means);
    addMeans(x, means.clone(), means);
    return means;
  }

  /** Adds to each sum the mean of what its column is above a level. */
  private static void addMeans(double[][] x, double[] level, double[] sums) {
    double[] above = new double[level.length];
    for (double[] row : x) {
      for (int j = 0; j < above.length; j++) {
        above[j] += row[j] - level[j];
      }
    }
    for (int j = 0; j < above.length; j++) {
      sums[j] += above[j] / x.length;
    }
  }

  /** A copy less the means of the columns; 0 where the two differ in their last digit alone. */
  public static double[][] centred(double[][] x, double[] means) {
    double[] rounding = new double[means.length];
    for (int j = 0; j < means.length; j++) {
      rounding[j] = Math.ulp(means[j]);
    }
    double[][] centred = new double[x.length][];
    for (int t = 0; t < x.length; t++) {
      double[] row = x[t].clone();
      for (int j = 0; j < row.length; j++) {
        double deviation = row[j] - means[j];
        row[j] = Math.abs(deviation) <= rounding[j] ? 0 : deviation;
      }
      centred[t] = row;
    }
    return centred;
  }

  /** Each number times a factor, in place. */
  static double[][] scaled(double[][] matrix, double factor) {
    for (double[] row : matrix) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor;
      }
    }
    return matrix;
  }
}

package io.ratel.quant.statistic;

import java.util.Arrays;

/**
 * The nine sample quantiles of R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages,
 * The American Statistician 50 (1996), 361–365. 7 is the one of R, NumPy and Excel's PERCENTILE; 6
 * Excel's PERCENTILE.EXC; 1 the inverse of the empirical distribution; 8 the one they advise.
 */
public final class Quantiles {
  /** What most software takes unless told. */
  public static final int USUAL = 7;

  private Quantiles() {}

  /**
   * What a confidence leaves, as it is meant: 0.05 of 0.95, where subtraction leaves a little more
   * and, of 60 numbers, would make the fourth of what is exactly the third.
   */
  public static double beyond(double confidence) {
    double rest = 1 - confidence;
    double meant = Math.rint(rest * 1e15) / 1e15;
    return meant > 0 ? meant : rest;
  }

  /** Of numbers in any order, which stay so. */
  public static double quantile(double[] x, double probability, int type) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, probability, type);
  }

  /**
   * Of ascending numbers without NaN.
   *
   * @param probability from 0 to 1
   * @param type from 1 to 9
   * @return NaN of none
   */
  public static double ofSorted(double[] sorted, double probability, int type) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = place(sorted.length, probability, type);
    int lower = (int) place;
    double part = place - lower;
    // Without the branch an infinite neighbour of weight 0 would make NaN.
    return part == 0
        ? sorted[lower]
        : sorted[lower] + part * (sorted[Math.min(lower + 1, sorted.length - 1)] - sorted[lower]);
  }

  /**
   * Where a quantile lies among n ascending numbers: the whole part is the index from 0 of the one
   * at or before it, the rest how much of the way to the next.
   */
  public static double place(int n, double probability, int type) {
    double place =
        switch (type) {
          case 1 -> Math.ceil(rounded(n * probability));
          case 2 -> {
            double at = rounded(n * probability);
            yield at == Math.rint(at) ? at + 0.5 : Math.ceil(at);
          }
          case 3 -> Math.rint(rounded(n * probability - 0.5) + 0.5);
          case 4 -> n * probability;
          case 5 -> n * probability + 0.5;
          case 6 -> (n + 1) * probability;
          case 7 -> (n - 1) * probability + 1;
          case 8 -> (n + 1.0 / 3) * probability + 1.0 / 3;
          case 9 -> (n + 0.25) * probability + 0.375;
          default -> throw new IllegalArgumentException("no quantile type " + type);
        };
    return Math.clamp(rounded(place), 1, n) - 1;
  }

  /** What is a whole number but for the rounding of a product is that number. */
  private static double rounded(double place) {
    double whole = Math.rint(place);
    return Math.abs(place - whole) <= 4 * Math.ulp(Math.max(1, Math.abs(place))) ? whole : place;
  }
}

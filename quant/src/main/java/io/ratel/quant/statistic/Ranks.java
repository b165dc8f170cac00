package io.ratel.quant.statistic;

import java.util.Arrays;

/** Places in ascending order. */
public final class Ranks {
  private Ranks() {}

  /** From 1, equal numbers sharing the mean of their places. */
  public static double[] average(double[] x) {
    int n = x.length;
    int[] order = ascending(x);
    double[] ranks = new double[n];
    int from = 0;
    while (from < n) {
      int to = from + 1;
      while (to < n && x[order[to]] == x[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = 0.5 * (from + 1 + to);
      }
      from = to;
    }
    return ranks;
  }

  /** The indices of the numbers, ascending, equal ones by index; without NaN. */
  public static int[] ascending(double[] x) {
    Integer[] order = new Integer[x.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(x[a], x[b]));
    return Arrays.stream(order).mapToInt(i -> i).toArray();
  }

  /** Spearman's correlation: that of the ranks. */
  public static double correlation(double[] x, double[] y) {
    return Pairs.correlation(average(x), average(y));
  }
}

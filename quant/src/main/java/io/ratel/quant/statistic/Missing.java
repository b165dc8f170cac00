package io.ratel.quant.statistic;

import java.util.Arrays;

/** Takes out what is missing. */
public final class Missing {
  private Missing() {}

  /** The numbers that are there, in their order; the same array when all are. */
  public static double[] dropped(double[] values) {
    int count = present(values);
    if (count == values.length) {
      return values;
    }
    double[] kept = new double[count];
    int next = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        kept[next++] = value;
      }
    }
    return kept;
  }

  public static int present(double[] values) {
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        count++;
      }
    }
    return count;
  }

  /** Each with 0 for what is missing. */
  public static double[] zeroed(double[] values) {
    double[] filled = values.clone();
    for (int i = 0; i < filled.length; i++) {
      if (Double.isNaN(filled[i])) {
        filled[i] = 0;
      }
    }
    return filled;
  }

  /** Two series where both are there: 2 × pairs. */
  public static double[][] pairs(double[] first, double[] second) {
    double[][] both = {first.clone(), second.clone()};
    int next = 0;
    for (int i = 0; i < first.length; i++) {
      if (!Double.isNaN(first[i]) && !Double.isNaN(second[i])) {
        both[0][next] = first[i];
        both[1][next++] = second[i];
      }
    }
    return new double[][] {Arrays.copyOf(both[0], next), Arrays.copyOf(both[1], next)};
  }

  /** The rows of a matrix in which nothing is missing; rows are shared, not copied. */
  public static double[][] wholeRows(double[][] rows) {
    return Arrays.stream(rows).filter(row -> present(row) == row.length).toArray(double[][]::new);
  }
}

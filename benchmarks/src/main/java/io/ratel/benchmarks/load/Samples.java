package io.ratel.benchmarks.load;

import java.util.Arrays;

/** Durations in nanoseconds, sorted. */
public final class Samples {
  private final long[] sorted;

  private Samples(long[] sorted) {
    this.sorted = sorted;
  }

  /**
   * @throws IllegalArgumentException when there are none
   */
  public static Samples of(long[] durations) {
    if (durations.length == 0) {
      throw new IllegalArgumentException("nothing was sampled");
    }
    long[] sorted = durations.clone();
    Arrays.sort(sorted);
    return new Samples(sorted);
  }

  public int count() {
    return sorted.length;
  }

  /**
   * The smallest sample that is not less than a share of all (nearest rank).
   *
   * @param share above 0, at most 1
   */
  public long quantile(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be above 0 and at most 1, was " + share);
    }
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}

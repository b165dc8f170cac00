package io.ratel.quant.rate.curve;

import java.util.Arrays;

/** Where a time lies among others. */
final class Nodes {
  private Nodes() {}

  /** How many of the rising times are below the given one. */
  static int below(double[] times, double time) {
    int found = Arrays.binarySearch(times, time);
    return found >= 0 ? found : -found - 1;
  }
}

package io.ratel.exchange.algo;

import io.ratel.model.money.Exact;
import io.ratel.model.order.Algo;
import java.math.RoundingMode;

/**
 * The slices of a split: when each begins and how much of the whole should have been done in it and
 * before. A slice that is asked about late is owed with all before it. With weights the time is cut
 * into as many equal parts; else a slice begins at each interval, and the last may be shorter.
 */
final class Schedule {
  private Schedule() {}

  static long slices(Split split) {
    return split.weightCount > 0
        ? split.weightCount
        : (split.endNs - split.startNs - 1) / split.intervalNs + 1;
  }

  /** The slice of a moment from the start up to the end, the first being 0. */
  static long slice(Split split, long nowNs) {
    long since = nowNs - split.startNs;
    return split.weightCount > 0
        ? Exact.mulDiv(since, split.weightCount, split.endNs - split.startNs, RoundingMode.FLOOR)
        : since / split.intervalNs;
  }

  /** When the slice after that of a moment begins, or the end. */
  static long nextNs(Split split, long nowNs) {
    if (nowNs < split.startNs) {
      return split.startNs;
    }
    if (nowNs >= split.endNs) {
      return Long.MAX_VALUE;
    }
    long next = slice(split, nowNs) + 1;
    if (next >= slices(split)) {
      return split.endNs;
    }
    return split.startNs
        + (split.weightCount > 0
            ? Exact.mulDiv(
                split.endNs - split.startNs, next, split.weightCount, RoundingMode.CEILING)
            : next * split.intervalNs);
  }

  /** How much of the whole should be done by the end of a slice. */
  static long target(Split split, long total, long slice) {
    long count = slices(split);
    if (slice + 1 >= count) {
      return total;
    }
    if (split.weightCount > 0) {
      return Exact.mulDiv(
          total, split.weight(slice + 1), split.weight(split.weightCount), RoundingMode.FLOOR);
    }
    if (split.algo == Algo.VWAP) {
      return Exact.mulDiv(total, slice + 1, count, RoundingMode.FLOOR);
    }
    // Equal shares have equal remainders: the lots that are over go to the first slices.
    return total / count * (slice + 1) + Math.min(slice + 1, total % count);
  }
}

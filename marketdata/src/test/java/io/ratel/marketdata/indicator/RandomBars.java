package io.ratel.marketdata.indicator;

import java.util.Random;

/** Bars of a price that wanders; the same ones for the same seed. */
final class RandomBars {
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final long START_NS = 1_767_225_600_000_000_000L - 30 * MINUTE_NS;

  private RandomBars() {}

  /** Bars of minutes that cross a midnight. */
  static Series of(int count, long seed) {
    Random random = new Random(seed);
    Series series = Series.ofRows(count);
    double close = 100;
    for (int i = 0; i < count; i++) {
      double open = close;
      close = Math.max(1, open * (1 + 0.02 * random.nextGaussian()));
      double high = Math.max(open, close) * (1 + 0.01 * random.nextDouble());
      double low = Math.min(open, close) * (1 - 0.01 * random.nextDouble());
      double volume = 1 + random.nextInt(1_000);
      series.set(i, open, high, low, close, volume, START_NS + i * MINUTE_NS);
    }
    return series;
  }
}

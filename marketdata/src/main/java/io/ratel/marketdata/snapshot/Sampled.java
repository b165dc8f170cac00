package io.ratel.marketdata.snapshot;

import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import java.util.Map;

/**
 * Something that a service lets be sampled.
 *
 * @param kind {@link SeriesKind#SNAPSHOT_HOURLY}, or {@link SeriesKind#PORTFOLIO} of what is not
 *     for everyone; of the first, days are made
 * @param name such as {@code mark}
 * @param about what it measures, in a sentence
 * @param unit such as {@code bps}
 */
public record Sampled(
    SeriesKind kind,
    Binning binning,
    String name,
    String about,
    String unit,
    Aggregate aggregate,
    Values values) {
  /** Asked once for each hour, on one thread; may block. */
  @FunctionalInterface
  public interface Values {
    /** The values by subject; what is not known is left out, and so is what is not finite. */
    Map<String, Double> at(Hour hour);
  }

  /**
   * A full hour.
   *
   * @param timeNs when it ended, which is what its samples are about
   * @param whole whether the sampler has run since it began
   */
  public record Hour(long timeNs, boolean whole) {
    /** When it began. */
    public long beginNs() {
      return timeNs - HOUR_NS;
    }
  }

  static final long HOUR_NS = 3_600_000_000_000L;
  static final long DAY_NS = 24 * HOUR_NS;

  public Sampled {
    if (kind != SeriesKind.SNAPSHOT_HOURLY && kind != SeriesKind.PORTFOLIO) {
      throw new IllegalArgumentException(
          "kind must be snapshot_hourly or portfolio, was " + kind.label());
    }
  }

  /** The series of a subject. */
  public SeriesKey key(String subject) {
    return new SeriesKey(kind, binning.label(), name, subject);
  }
}

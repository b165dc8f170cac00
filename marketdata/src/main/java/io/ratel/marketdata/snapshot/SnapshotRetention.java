package io.ratel.marketdata.snapshot;

import io.ratel.marketdata.series.SeriesKind;
import java.time.Duration;

/**
 * How long series are kept, by the time they tell of. Whole months go, so a value stays up to a
 * month longer.
 *
 * @param hourly samples, at least 2 days
 * @param daily samples; at least 32 days
 * @param observations of what others report; at least 32 days
 * @param factors at least 32 days; the factors of shares' prices are among them
 * @param portfolio hours of accounts; at least 2 days
 * @param performance days of accounts; at least 32 days
 */
public record SnapshotRetention(
    Duration hourly,
    Duration daily,
    Duration observations,
    Duration factors,
    Duration portfolio,
    Duration performance) {
  private static final int MAX_DAYS = 36_500;

  public static final SnapshotRetention STANDARD =
      new SnapshotRetention(
          Duration.ofDays(90),
          Duration.ofDays(10 * 366),
          Duration.ofDays(MAX_DAYS),
          Duration.ofDays(MAX_DAYS),
          Duration.ofDays(5 * 366),
          Duration.ofDays(10 * 366));

  public SnapshotRetention {
    require("keep.hourly", hourly, 2);
    require("keep.daily", daily, 32);
    require("keep.observations", observations, 32);
    require("keep.factors", factors, 32);
    require("keep.portfolio", portfolio, 2);
    require("keep.performance", performance, 32);
  }

  /** Of a kind of series. */
  public Duration of(SeriesKind kind) {
    return switch (kind) {
      case SNAPSHOT_HOURLY -> hourly;
      case SNAPSHOT_DAILY -> daily;
      case OBSERVATION -> observations;
      case FACTOR -> factors;
      case PORTFOLIO -> portfolio;
      case PERFORMANCE -> performance;
    };
  }

  private static void require(String name, Duration value, int least) {
    if (value.toDays() < least || value.toDays() > MAX_DAYS) {
      throw new IllegalArgumentException(
          "analytics.%s must be %d to %d days, was %d"
              .formatted(name, least, MAX_DAYS, value.toDays()));
    }
  }
}

package io.ratel.marketdata.snapshot;

import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.SeriesKind;

/** Drops what is older than it is to be kept, hours not before their days are made. */
final class Expiry {
  private final AnalyticsStore store;
  private final SnapshotRetention retention;
  private final DayMaker days;

  Expiry(AnalyticsStore store, SnapshotRetention retention, DayMaker days) {
    this.store = store;
    this.retention = retention;
    this.days = days;
  }

  void run(long nowNs) {
    for (SeriesKind kind : SeriesKind.values()) {
      long keptFromNs = nowNs - retention.of(kind).toNanos();
      if (keptFromNs <= 0) {
        continue;
      }
      if (kind == SeriesKind.SNAPSHOT_HOURLY) {
        days.make(0, DayMaker.dayOf(keptFromNs), nowNs);
      }
      store.dropBefore(kind, keptFromNs);
    }
  }
}

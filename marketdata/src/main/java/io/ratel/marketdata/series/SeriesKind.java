package io.ratel.marketdata.series;

import java.util.Locale;
import java.util.Optional;

/** What a series is about; each kind has a table of its own and is kept as long as it needs. */
public enum SeriesKind {
  /** A signal's value for an instrument. */
  FACTOR("factor_values"),
  /** What a portfolio was worth and held. */
  PORTFOLIO("portfolio_history"),
  /** What a portfolio has earned, and with which risk. */
  PERFORMANCE("performance_history"),
  /** What somebody outside reports: an economy, a central bank, a chain. */
  OBSERVATION("observations"),
  /** What a service samples of itself on each hour. */
  SNAPSHOT_HOURLY("snapshots_hourly"),
  /** The same by UTC days, made of the hours. */
  SNAPSHOT_DAILY("snapshots_daily");

  private final String table;

  SeriesKind(String table) {
    this.table = table;
  }

  /** The name a client uses: {@code factor}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where an analyst finds it. */
  public String table() {
    return table;
  }

  public static Optional<SeriesKind> of(String label) {
    for (SeriesKind kind : values()) {
      if (kind.label().equals(label)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}

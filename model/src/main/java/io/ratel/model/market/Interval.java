package io.ratel.model.market;

/** The lengths of a bar. */
public enum Interval {
  SECOND("1s", 1_000_000_000L),
  MINUTE("1m", 60_000_000_000L),
  FIVE_MINUTES("5m", 300_000_000_000L),
  HOUR("1h", 3_600_000_000_000L),
  DAY("1d", 86_400_000_000_000L);

  private final String label;
  private final long nanos;

  Interval(String label, long nanos) {
    this.label = label;
    this.nanos = nanos;
  }

  /** The name a client uses: {@code 1m}. */
  public String label() {
    return label;
  }

  public long nanos() {
    return nanos;
  }

  /** The start of the bar that holds {@code timeNs}; UTC days, so no calendar is involved. */
  public long floor(long timeNs) {
    return Math.floorDiv(timeNs, nanos) * nanos;
  }
}

package io.ratel.model.instrument;

/** What sort of thing an instrument is; the order is the wire's and only grows at the end. */
public enum InstrumentKind {
  SPOT,
  SHARE,
  FUTURE,
  SPORTS_SHARE;

  /** The name a client sees: {@code spot}, {@code sportsShare}. */
  public String label() {
    return this == SPORTS_SHARE ? "sportsShare" : name().toLowerCase(java.util.Locale.ROOT);
  }
}

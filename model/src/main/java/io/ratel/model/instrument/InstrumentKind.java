package io.ratel.model.instrument;

/** What sort of thing an instrument is; the order is the wire's and only grows at the end. */
public enum InstrumentKind {
  SPOT("spot"),
  SHARE("share"),
  FUTURE("future"),
  SPORTS_SHARE("sportsShare"),
  /** A future without an end, kept near its index by funding. */
  PERPETUAL("perpetual"),
  /** A contract for difference: the price's difference is paid, the thing itself never moves. */
  CFD("cfd");

  private final String label;

  InstrumentKind(String label) {
    this.label = label;
  }

  /** The name a client sees: {@code spot}, {@code sportsShare}. */
  public String label() {
    return label;
  }

  /** Whether it may be held on margin: a position and its profit, without the thing itself. */
  public boolean isDerivative() {
    return this == FUTURE || this == PERPETUAL || this == CFD;
  }
}

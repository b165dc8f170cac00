package io.ratel.model.instrument;

/** What an instrument's market lets orders do; the order is the wire's. */
public enum TradingState {
  /** Orders come in and rest; nothing trades. */
  PRE_OPEN("preOpen"),
  /** Continuous trading. */
  OPEN("open"),
  /** Orders may only leave. */
  HALT("halt"),
  /** Orders come in and rest; all trade at one price when the auction ends. */
  AUCTION("auction"),
  /** Orders may only leave, and those of the day have expired. */
  CLOSED("closed");

  private final String label;

  TradingState(String label) {
    this.label = label;
  }

  /** The name a client sees. */
  public String label() {
    return label;
  }

  /** Whether orders may come in and rest without trading. */
  public boolean collects() {
    return this == PRE_OPEN || this == AUCTION;
  }
}

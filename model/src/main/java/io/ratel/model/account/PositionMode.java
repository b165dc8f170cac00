package io.ratel.model.account;

import java.util.Locale;

/** Whether buys and sells of an instrument net; the order is the wire's. */
public enum PositionMode {
  /** One position an instrument. */
  NETTING,
  /** A long and a short position side by side. */
  HEDGING;

  /** The name a client sees. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

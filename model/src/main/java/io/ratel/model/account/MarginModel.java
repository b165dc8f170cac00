package io.ratel.model.account;

import java.util.Locale;

/** How leverage bears on margin; the order is the wire's. */
public enum MarginModel {
  /** Margin is the rate times the notional; leverage does not matter. */
  STANDARD,
  /** Margin is the rate times the notional divided by the leverage. */
  LEVERAGED;

  /** The name a client sees. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.ratel.model.order;

import java.util.Locale;

/**
 * Which position an order of a hedging account is for: a buy that opens is long, a sale that closes
 * too. Netting accounts have one position, so there it says nothing. The order is the wire's.
 */
public enum PositionEffect {
  OPEN,
  CLOSE;

  /** The name a client sees. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

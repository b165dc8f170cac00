package io.ratel.model.account;

import java.util.Locale;

/** Which of an account's positions in an instrument; the order is the wire's. */
public enum PositionSide {
  /** The only one of a netting account: positive is long. */
  NET,
  /** A hedging account's bought one, never negative. */
  LONG,
  /** A hedging account's sold one, never positive. */
  SHORT;

  /** The name a client sees. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

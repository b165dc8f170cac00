package io.ratel.model.account;

import java.util.Locale;

/** What an account may owe; the order is the wire's. */
public enum MarginMode {
  /** Nothing: it pays in full for what it buys and has what it sells. */
  CASH,
  /** All of its money stands behind all of its positions. */
  CROSS,
  /** Each position has a margin of its own and can lose no more. */
  ISOLATED;

  /** The name a client sees. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.ratel.model.order;

import java.util.Locale;

/** Which way an order trades; the order is the wire's. */
public enum Side {
  BUY,
  SELL;

  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }

  /** The name a client sees. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

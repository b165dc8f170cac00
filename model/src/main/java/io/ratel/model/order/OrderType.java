package io.ratel.model.order;

import java.util.Locale;

/** How an order is priced; the order is the wire's and only grows at the end. */
public enum OrderType {
  LIMIT,
  MARKET;

  /** The name a client sees. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.ratel.model.order;

/** Where an order stands; the order is the wire's and only grows at the end. */
public enum OrderStatus {
  OPEN("open"),
  PARTIALLY_FILLED("partiallyFilled"),
  FILLED("filled"),
  CANCELED("canceled"),
  REJECTED("rejected"),
  EXPIRED("expired"),
  PENDING("pending");

  private final String label;

  OrderStatus(String label) {
    this.label = label;
  }

  /** The name a client sees. */
  public String label() {
    return label;
  }

  /** True while the order can still trade. */
  public boolean isLive() {
    return this == OPEN || this == PARTIALLY_FILLED || this == PENDING;
  }
}

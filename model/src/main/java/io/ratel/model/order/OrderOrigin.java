package io.ratel.model.order;

/** Who made an order; the order is the wire's and only grows at the end. */
public enum OrderOrigin {
  /** The account. */
  CLIENT("client"),
  /** The order it is a leg of: a take-profit or a stop-loss. */
  BRACKET("bracket"),
  /** The parent order it is a slice of. */
  PARENT("parent"),
  /** A liquidation. */
  LIQUIDATION("liquidation"),
  /** The insurance fund, which closes what it took over. */
  INSURANCE("insurance"),
  /** The house, on the other side of a dealt trade. */
  DEALER("dealer"),
  /** An auto-deleveraging. */
  DELEVERAGING("deleveraging"),
  /** The end of the instrument. */
  SETTLEMENT("settlement");

  private final String label;

  OrderOrigin(String label) {
    this.label = label;
  }

  /** The name a client sees. */
  public String label() {
    return label;
  }
}

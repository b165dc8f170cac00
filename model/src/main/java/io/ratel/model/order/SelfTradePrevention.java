package io.ratel.model.order;

/**
 * What happens when an order meets another of its own account; the order is the wire's and only
 * grows at the end.
 */
public enum SelfTradePrevention {
  /** They trade. */
  NONE("none"),
  /** The incoming order is canceled. */
  CANCEL_NEWEST("cancelNewest"),
  /** The resting order is canceled, and the incoming one goes on. */
  CANCEL_OLDEST("cancelOldest"),
  CANCEL_BOTH("cancelBoth"),
  /** Both shrink by the smaller one's quantity, which is canceled. */
  DECREMENT("decrement");

  private final String label;

  SelfTradePrevention(String label) {
    this.label = label;
  }

  /** The name a client sees. */
  public String label() {
    return label;
  }
}

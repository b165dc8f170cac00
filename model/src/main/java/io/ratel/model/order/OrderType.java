package io.ratel.model.order;

/** How an order is priced; the order is the wire's and only grows at the end. */
public enum OrderType {
  LIMIT("limit"),
  MARKET("market"),
  /** Becomes a market order once the market has moved to the trigger, against the order's side. */
  STOP("stop"),
  /** Becomes a limit order once the market has moved to the trigger, against the order's side. */
  STOP_LIMIT("stopLimit"),
  /** Becomes a market order once the market has come to the trigger, in the order's favour. */
  MARKET_IF_TOUCHED("marketIfTouched"),
  /** Becomes a limit order once the market has come to the trigger, in the order's favour. */
  LIMIT_IF_TOUCHED("limitIfTouched"),
  /** A stop whose trigger follows the best price since it was placed at a distance. */
  TRAILING_STOP("trailingStop");

  private final String label;

  OrderType(String label) {
    this.label = label;
  }

  /** The name a client sees. */
  public String label() {
    return label;
  }

  /** Whether the order waits for a price before it goes to the book. */
  public boolean waits() {
    return this != LIMIT && this != MARKET;
  }

  /** Whether the order has a limit price of its own. */
  public boolean isPriced() {
    return this == LIMIT || this == STOP_LIMIT || this == LIMIT_IF_TOUCHED;
  }

  /** Whether a falling market triggers an order of this type: what is bought on a fall, or sold. */
  public boolean triggersOnFall(Side side) {
    boolean touched = this == MARKET_IF_TOUCHED || this == LIMIT_IF_TOUCHED;
    return touched == (side == Side.BUY);
  }
}

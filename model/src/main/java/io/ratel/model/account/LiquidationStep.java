package io.ratel.model.account;

/** What a liquidation does next; the order is the wire's and only grows at the end. */
public enum LiquidationStep {
  /** The account's open orders are canceled. */
  CANCEL_ORDERS("cancelOrders"),
  /** A part of a position is sold into the book, no worse than the bankruptcy price. */
  REDUCE("reduce"),
  /** The insurance fund takes the position at the bankruptcy price. */
  TAKE_OVER("takeOver"),
  /** The best-off positions of the other side are closed at the bankruptcy price. */
  DELEVERAGE("deleverage"),
  /** The insurance fund pays what is missing. */
  COVER("cover");

  private final String label;

  LiquidationStep(String label) {
    this.label = label;
  }

  /** The name a client sees. */
  public String label() {
    return label;
  }
}

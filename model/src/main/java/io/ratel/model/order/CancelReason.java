package io.ratel.model.order;

/** Why the rest of an order left the market; the order is the wire's and only grows at the end. */
public enum CancelReason {
  /** The account asked for it. */
  REQUESTED("requested"),
  /** IOC: nothing more to trade with at once. */
  IMMEDIATE_REMAINDER("immediateRemainder"),
  /** FOK: the book could not fill it whole. */
  NOT_FILLABLE("notFillable"),
  /** Market order: the book ended, or prices beyond the collar followed. */
  NO_LIQUIDITY("noLiquidity"),
  /** The order met more resting orders than one command may trade with. */
  TOO_MANY_FILLS("tooManyFills");

  private final String label;

  CancelReason(String label) {
    this.label = label;
  }

  /** The name a client sees. */
  public String label() {
    return label;
  }
}

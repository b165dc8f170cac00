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
  TOO_MANY_FILLS("tooManyFills"),
  /** Its time was over: a date, or the end of the trading day. */
  EXPIRED("expired"),
  /** It met another order of its account. */
  SELF_TRADE("selfTrade"),
  /** Another order of its group was filled or triggered. */
  LINKED("linked"),
  /** It may only make the position smaller, and there was none left. */
  REDUCE_ONLY("reduceOnly"),
  /** It was triggered and could not be paid for. */
  INSUFFICIENT_FUNDS("insufficientFunds"),
  /** It was triggered or due where it was no longer allowed: a limit, a kill switch, a state. */
  NOT_ALLOWED("notAllowed"),
  /** Trading of its account, instrument or of the venue was stopped. */
  KILLED("killed"),
  /** Its account is being liquidated. */
  LIQUIDATED("liquidated"),
  /** The session that wanted its orders gone with it has gone. */
  DISCONNECTED("disconnected"),
  /** The instrument was settled. */
  SETTLED("settled"),
  /** A corporate action left nothing of it. */
  CORPORATE_ACTION("corporateAction"),
  /** Its parent order sent a newer slice, or ended. */
  REPLACED_BY_PARENT("replacedByParent");

  private final String label;

  CancelReason(String label) {
    this.label = label;
  }

  /** The name a client sees. */
  public String label() {
    return label;
  }
}

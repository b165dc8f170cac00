package io.ratel.model.order;

/**
 * Why the exchange refused a command; the order is the wire's and only grows at the end. A refusal
 * changes nothing: the same command may be sent again.
 */
public enum RejectReason {
  /** Not refused. */
  NONE("", ""),
  UNKNOWN_ACCOUNT("accountId", "must be an account of this exchange"),
  UNKNOWN_INSTRUMENT("symbol", "must be an instrument of this exchange"),
  UNKNOWN_ASSET("asset", "must be an asset of this exchange"),
  UNKNOWN_ORDER("id", "must be an order of this account"),
  ORDER_NOT_OPEN("id", "must be an order that is still open"),
  INSUFFICIENT_FUNDS("quantity", "must not need more than is available"),
  INVALID_PRICE("price", "must be a positive number of ticks, and absent on a market order"),
  INVALID_QUANTITY("quantity", "must be a positive number of lots"),
  INVALID_AMOUNT("amount", "must be positive"),
  VALUE_TOO_LARGE("quantity", "must be so small that its value fits the asset's range"),
  NO_LIQUIDITY("type", "must be limit while the other side of the book is empty"),
  KEY_REUSED("clientOrderId", "must be new, or carry the same request as before"),
  ALREADY_LISTED("symbol", "must not be listed yet"),
  LIMIT_REACHED("", "the exchange's bound for this kind of thing is reached"),
  MALFORMED("", "must be a command this version of the exchange knows");

  private final String field;
  private final String rule;

  RejectReason(String field, String rule) {
    this.field = field;
    this.rule = rule;
  }

  /** The request's field that is at fault, empty when no single one is. */
  public String field() {
    return field;
  }

  /** What would be right. */
  public String rule() {
    return rule;
  }
}

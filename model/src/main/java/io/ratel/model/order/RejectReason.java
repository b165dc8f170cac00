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
  MALFORMED("", "must be a command this version of the exchange knows"),
  TRADING_STOPPED("symbol", "must not be stopped by a kill switch"),
  NOT_IN_THIS_STATE("symbol", "must be in a trading state that allows it"),
  PRICE_OUT_OF_BAND("price", "must lie within the instrument's price band"),
  PRICE_OUT_OF_COLLAR("price", "must lie within the account's price collar"),
  INVALID_TRIGGER(
      "triggerPrice", "must be a positive number of ticks where the type waits, else 0"),
  INVALID_TRAIL("trail", "must be a positive distance for a trailing stop, else 0"),
  INVALID_DISPLAY("displayQuantity", "must be 0 or less than the quantity, on a limit order"),
  INVALID_EXPIRY("expiresAt", "must be in the future for GTD, else absent"),
  INVALID_TIME_IN_FORCE("timeInForce", "must go with the order's type and flags"),
  INVALID_LINK("stopLoss", "must lie beyond the price on the losing side, the profit on the other"),
  INVALID_SCHEDULE("algo", "must have an end after its start and a positive interval or share"),
  WOULD_TRADE("postOnly", "must not trade at once"),
  NOTHING_TO_REDUCE("reduceOnly", "must make a position smaller"),
  ORDER_QUANTITY_LIMIT("quantity", "must not exceed the account's limit of an order's quantity"),
  ORDER_NOTIONAL_LIMIT("quantity", "must not exceed the account's limit of an order's value"),
  POSITION_LIMIT("quantity", "must not take a position beyond the account's limit"),
  ORDER_RATE_LIMIT("accountId", "must not send more orders a second than the account's limit"),
  OPEN_ORDERS_LIMIT("accountId", "must not have more open orders than the account's limit"),
  DAILY_LOSS_LIMIT("accountId", "must not have lost more today than the account's limit"),
  INSUFFICIENT_MARGIN("quantity", "must not need more margin than is free"),
  NOT_A_MARGIN_ACCOUNT("accountId", "must be a margin account for this instrument"),
  NO_MARK("symbol", "must have a fresh mark price"),
  INVALID_MARK("last", "must be positive, between low and high, and newer than the one before"),
  INVALID_TERMS("symbol", "must have terms that fit its kind"),
  INVALID_CONFIGURATION("accountId", "must be a configuration that exists"),
  IN_USE("symbol", "must have no open orders or positions that the change would touch"),
  INVALID_RATIO("numerator", "must be positive, as must the denominator"),
  INSUFFICIENT_UNITS("units", "must not exceed the member's units"),
  INVALID_PARENT("parentId", "must be an account without a parent"),
  TRAILING_STOPS_LIMIT("symbol", "must be a market with fewer trailing stops");

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

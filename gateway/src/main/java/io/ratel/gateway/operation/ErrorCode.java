package io.ratel.gateway.operation;

import io.ratel.model.order.RejectReason;

/** Everything that can be answered instead of what was asked for. One code has one status. */
public enum ErrorCode {
  MALFORMED_JSON(400, "The body or frame is not one valid JSON object."),
  MALFORMED_URL(400, "The path or query is not valid percent-encoding."),
  MALFORMED_HTTP(400, "The request is not valid HTTP/1.1."),
  UNKNOWN_FIELD(400, "A field or query parameter that this operation does not have."),
  MISSING_FIELD(400, "A field that this operation needs was not sent."),
  INVALID_FIELD(400, "A field has the wrong type or form; the rule says what would be right."),
  UNKNOWN_TOPIC(400, "No topic of the stream has this name."),
  TOO_MANY_TOPICS(400, "One socket may not have more topics."),
  UNAUTHENTICATED(401, "No token was sent, or it is not one of ours."),
  TOKEN_EXPIRED(401, "The token is over; renew the session and send the request again."),
  INVALID_CREDENTIALS(401, "No user has this address and password."),
  FORBIDDEN(403, "The user is known and may not do this."),
  UNKNOWN_ROUTE(404, "Nothing is served at this path."),
  UNKNOWN_MARKET(404, "No market has the symbol in the path."),
  UNKNOWN_ORDER(404, "The account has no such order."),
  UNKNOWN_ACCOUNT(404, "The user has no such account."),
  METHOD_NOT_ALLOWED(405, "The path exists, but not for this method; see the Allow header."),
  REQUEST_TIMEOUT(408, "The request did not arrive in time."),
  KEY_REUSED(409, "The same key was used for a different request."),
  ORDER_NOT_OPEN(409, "The order is filled or canceled already."),
  ALREADY_LISTED(409, "The asset or instrument exists with other terms."),
  BODY_TOO_LARGE(413, "The body is larger than the door accepts."),
  URL_TOO_LONG(414, "The request line is longer than the door accepts."),
  INSUFFICIENT_FUNDS(422, "It needs more than the account has available."),
  INVALID_PRICE(422, "The price is not a positive whole number of ticks, or does not belong here."),
  INVALID_QUANTITY(422, "The quantity is not a positive whole number of lots."),
  INVALID_AMOUNT(422, "The amount is not a positive number of the asset's minor units."),
  INVALID_TIME_IN_FORCE(422, "The order's type does not allow this time in force."),
  VALUE_TOO_LARGE(422, "Price times quantity is beyond the asset's range."),
  NO_LIQUIDITY(422, "A market order found no price on the other side."),
  NOT_TRADABLE(422, "The market can be watched here but not traded."),
  UNKNOWN_INSTRUMENT(422, "No instrument has the symbol in the request."),
  UNKNOWN_ASSET(422, "No asset has this code."),
  LIMIT_REACHED(422, "A bound of the exchange is reached."),
  MALFORMED(422, "This version of the exchange does not know the command."),
  UPGRADE_REQUIRED(426, "This path speaks WebSocket only."),
  TOO_MANY_REQUESTS(429, "Too many at once; try again shortly."),
  HEADERS_TOO_LARGE(431, "The headers are larger than the door accepts."),
  INTERNAL(500, "The fault is ours; the ray id finds it in the log."),
  EXCHANGE_UNAVAILABLE(
      503,
      "The exchange did not answer; repeat the request with the same key to learn its effect."),
  NOT_READY(503, "The node is starting or stopping; the message says what is missing."),
  TIMED_OUT(503, "The answer took too long; reads can be repeated, writes with the same key."),
  BUSY(503, "As many requests or sockets as the door holds are open; try again shortly.");

  private final int status;
  private final String meaning;

  ErrorCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  /** The exchange's refusals carry the same names. */
  public static ErrorCode of(RejectReason reason) {
    return valueOf(reason.name());
  }

  public int status() {
    return status;
  }

  public String meaning() {
    return meaning;
  }
}

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
  SECRET_IN_URL(400, "Tokens and keys belong into headers: a URL ends in logs."),
  UNKNOWN_TOPIC(400, "No topic of the stream has this name."),
  TOO_MANY_TOPICS(400, "One socket may not have more topics."),
  UNAUTHENTICATED(401, "No token was sent, or it is not one of ours."),
  TOKEN_EXPIRED(401, "The token is over; renew the session and send the request again."),
  INVALID_CREDENTIALS(401, "What was sent does not prove who is signing in."),
  EXTERNAL_REFUSED(401, "The sign-in elsewhere does not count here."),
  SECOND_FACTOR_REQUIRED(401, "The user has a second factor; the value is the challenge for it."),
  DANGER_TOKEN_NEEDED(
      403, "It needs a danger token that is for exactly this, unused and not over."),
  ENROLMENT_REFUSED(
      403, "The request for a certificate is not signed as it must be, old, or somebody else's."),
  FORBIDDEN(403, "The user is known and may not do this."),
  UNKNOWN_ROUTE(404, "Nothing is served at this path."),
  UNKNOWN_MARKET(404, "No market has the symbol in the path."),
  UNKNOWN_JOB(404, "No computation of yours has this id, or it ended a while ago."),
  UNKNOWN_FUNCTION(404, "No function of /v1/quant has this name."),
  UNKNOWN_ALERT(404, "The user has no such alert."),
  UNKNOWN_ORDER(404, "The account has no such order."),
  UNKNOWN_USER(404, "There is no such user."),
  UNKNOWN_POOL(404, "The user is in no such pool."),
  UNKNOWN_MEMBER(404, "The pool has no such member."),
  UNKNOWN_INVITATION(404, "No open invitation has this code or number."),
  UNKNOWN_CERTIFICATE(404, "No certificate of this authority has the serial."),
  UNKNOWN_KEY(404, "The user has no such API key."),
  NOT_OFFERED(404, "This way in is not configured here."),
  UNKNOWN_LINK(404, "The user has no such account elsewhere."),
  UNKNOWN_SESSION(404, "The user has no such session."),
  UNKNOWN_FACTOR(404, "The user has no second factor."),
  UNKNOWN_PASSKEY(404, "The user has no such passkey."),
  UNKNOWN_ACCOUNT(404, "The user has no such account."),
  UNKNOWN_HISTORY_REQUEST(404, "No request for history has this id."),
  METHOD_NOT_ALLOWED(405, "The path exists, but not for this method; see the Allow header."),
  REQUEST_TIMEOUT(408, "The request did not arrive in time."),
  KEY_REUSED(409, "The same key was used for a different request."),
  ORDER_NOT_OPEN(409, "The order is filled or canceled already."),
  LAST_OWNER(409, "The pool would be left without an owner."),
  POOL_NOT_EMPTY(409, "The pool or its member has money or units still."),
  POOL_FULL(409, "A bound of pools, members or invitations is reached."),
  ADDRESS_TAKEN(409, "A user has this address."),
  LAST_WAY_IN(409, "Without it the user could not sign in any more."),
  ACCOUNTS_NOT_EMPTY(409, "The accounts hold something; the message says what."),
  FACTOR_EXISTS(409, "The user has a second factor already."),
  ALREADY_LISTED(409, "The asset or instrument exists with other terms."),
  MOMENT_NOT_RETAINED(410, "It is older than what is kept; the rule says what the oldest is."),
  BODY_TOO_LARGE(413, "The body is larger than the door accepts."),
  URL_TOO_LONG(414, "The request line is longer than the door accepts."),
  INSUFFICIENT_FUNDS(422, "It needs more than the account has available."),
  INVALID_PRICE(422, "The price is not a positive whole number of ticks, or does not belong here."),
  INVALID_QUANTITY(422, "The quantity is not a positive whole number of lots."),
  INVALID_AMOUNT(422, "The amount is not a positive number of the asset's minor units."),
  INVALID_TIME_IN_FORCE(422, "The order's type or flags do not allow this time in force."),
  VALUE_TOO_LARGE(422, "Price times quantity is beyond the asset's range."),
  NO_LIQUIDITY(422, "A market order found no price on the other side."),
  NOT_TRADABLE(422, "The market can be watched here but not traded."),
  UNKNOWN_INSTRUMENT(422, "No instrument has the symbol in the request."),
  UNKNOWN_ASSET(422, "No asset has this code."),
  LIMIT_REACHED(422, "A bound of the exchange is reached."),
  MALFORMED(422, "This version of the exchange does not know the command."),
  TRADING_STOPPED(422, "A kill switch has stopped the account, the instrument or the venue."),
  NOT_IN_THIS_STATE(422, "The market's trading state does not allow it."),
  PRICE_OUT_OF_BAND(422, "The price lies beyond the instrument's price band."),
  PRICE_OUT_OF_COLLAR(422, "The price lies beyond the account's price collar."),
  INVALID_TRIGGER(
      422, "The trigger price is missing, does not belong here, or is no whole number of ticks."),
  INVALID_TRAIL(422, "The trail is missing, does not belong here, or is no distance."),
  INVALID_DISPLAY(422, "The displayed quantity does not go with the order."),
  INVALID_EXPIRY(422, "The end is missing, does not belong here, or is over already."),
  INVALID_LINK(422, "The take-profit or stop-loss does not fit the order."),
  INVALID_SCHEDULE(422, "The algo has no end after its start, or no interval or share."),
  WOULD_TRADE(422, "A post-only order would have traded at once."),
  NOTHING_TO_REDUCE(422, "There is no position that the order would make smaller."),
  ORDER_QUANTITY_LIMIT(422, "The account's limit of an order's quantity is exceeded."),
  ORDER_NOTIONAL_LIMIT(422, "The account's limit of an order's value is exceeded."),
  POSITION_LIMIT(422, "The account's limit of a position's value is exceeded."),
  ORDER_RATE_LIMIT(422, "The account's limit of orders a second is exceeded."),
  OPEN_ORDERS_LIMIT(422, "The account's limit of open orders is exceeded."),
  TRAILING_STOPS_LIMIT(422, "The market has as many trailing stops as it may."),
  DAILY_LOSS_LIMIT(422, "The account has lost as much today as it may; only reducing is allowed."),
  INSUFFICIENT_MARGIN(422, "It needs more margin than the account has free."),
  NOT_A_MARGIN_ACCOUNT(422, "The instrument is held on margin and the account pays in full."),
  NO_MARK(422, "The instrument has no fresh mark price."),
  INVALID_MARK(422, "The mark is not positive, not within its low and high, or not newer."),
  INVALID_TERMS(422, "The terms do not fit the instrument's kind."),
  INVALID_CONFIGURATION(422, "There is no such way to trade."),
  IN_USE(422, "Open orders or positions stand against the change."),
  INVALID_RATIO(422, "Numerator and denominator must be positive."),
  INSUFFICIENT_UNITS(422, "The member does not have so many units."),
  INVALID_PARENT(422, "The parent is no account that may have parts."),
  INVALID_CODE(422, "It is not the code that the new authenticator shows now."),
  PASSKEY_REFUSED(422, "The passkey does not answer what was asked."),
  TOO_MANY_KEYS(422, "A user may not have more API keys."),
  INVALID_INPUT(422, "A number or list that the function cannot take."),
  INVALID_CONDITION(422, "The alert's condition is none, or beyond its bounds."),
  TOO_MANY_ALERTS(422, "The user's license allows no more alerts."),
  NOT_FETCHED(422, "No venue that is followed here can be asked for this history."),
  SPAN_TOO_LONG(422, "It is more time than may be asked for at once."),
  TOO_MANY_HISTORY_REQUESTS(422, "As many requests for history are open as may be."),
  UPGRADE_REQUIRED(426, "This path speaks WebSocket only."),
  TOO_MANY_REQUESTS(429, "Too many at once; try again shortly."),
  RATE_LIMITED(429, "More was asked than the rate allows; Retry-After says when to ask again."),
  HEADERS_TOO_LARGE(431, "The headers are larger than the door accepts."),
  INTERNAL(500, "The fault is ours; the ray id finds it in the log."),
  EXCHANGE_UNAVAILABLE(
      503,
      "The exchange did not answer; repeat the request with the same key to learn its effect."),
  NOT_READY(503, "The node is starting or stopping; the message says what is missing."),
  TIMED_OUT(503, "The answer took too long; reads can be repeated, writes with the same key."),
  AUDIT_UNAVAILABLE(
      503, "It may have been done, but could not be written to the audit log; look first."),
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

package io.ratel.gateway.rest;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.model.order.RejectReason;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Which refusals of the exchange an operation can meet. */
final class OrderErrors {
  private static final RejectReason[] TERMS = {
    RejectReason.INVALID_PRICE,
    RejectReason.INVALID_QUANTITY,
    RejectReason.INVALID_TRIGGER,
    RejectReason.INVALID_LINK,
    RejectReason.VALUE_TOO_LARGE,
    RejectReason.INSUFFICIENT_FUNDS,
    RejectReason.INSUFFICIENT_MARGIN,
    RejectReason.NOT_A_MARGIN_ACCOUNT,
    RejectReason.TRADING_STOPPED,
    RejectReason.NOT_IN_THIS_STATE,
    RejectReason.PRICE_OUT_OF_BAND,
    RejectReason.PRICE_OUT_OF_COLLAR,
    RejectReason.WOULD_TRADE,
    RejectReason.NOTHING_TO_REDUCE,
    RejectReason.ORDER_QUANTITY_LIMIT,
    RejectReason.ORDER_NOTIONAL_LIMIT,
    RejectReason.POSITION_LIMIT,
    RejectReason.ORDER_RATE_LIMIT,
    RejectReason.OPEN_ORDERS_LIMIT,
    RejectReason.TRAILING_STOPS_LIMIT,
    RejectReason.DAILY_LOSS_LIMIT,
    RejectReason.LIMIT_REACHED,
    RejectReason.MALFORMED
  };

  private OrderErrors() {}

  static ErrorCode[] ofPlacing() {
    return codes(
        ErrorCode.UNKNOWN_ACCOUNT,
        ErrorCode.UNKNOWN_INSTRUMENT,
        ErrorCode.NOT_TRADABLE,
        ErrorCode.INVALID_TIME_IN_FORCE,
        ErrorCode.INVALID_TRAIL,
        ErrorCode.INVALID_DISPLAY,
        ErrorCode.INVALID_EXPIRY,
        ErrorCode.INVALID_SCHEDULE,
        ErrorCode.NO_LIQUIDITY,
        ErrorCode.NO_MARK,
        ErrorCode.KEY_REUSED);
  }

  static ErrorCode[] ofReplacing() {
    return codes(ErrorCode.UNKNOWN_ORDER, ErrorCode.UNKNOWN_ACCOUNT, ErrorCode.ORDER_NOT_OPEN);
  }

  private static ErrorCode[] codes(ErrorCode... own) {
    Set<ErrorCode> all = new LinkedHashSet<>(Arrays.asList(own));
    Stream.of(TERMS).map(ErrorCode::of).forEach(all::add);
    all.add(ErrorCode.EXCHANGE_UNAVAILABLE);
    return all.toArray(ErrorCode[]::new);
  }
}

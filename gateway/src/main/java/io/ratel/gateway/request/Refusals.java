package io.ratel.gateway.request;

import io.ratel.exchange.Reply;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.money.Asset;
import io.ratel.model.order.RejectReason;
import java.util.Map;
import java.util.function.LongFunction;

/** The exchange's refusals in the caller's words. */
public final class Refusals {
  private Refusals() {}

  /**
   * @param held the asset that the command would take from the account
   * @param field that decides how much is needed
   * @param value what was sent in it
   */
  public static RefusedException of(Reply reply, Asset held, String field, String value) {
    RejectReason reason = reply.reason();
    if (reason == RejectReason.INSUFFICIENT_FUNDS) {
      return lacking(reply, held, "is available", field, value);
    }
    return of(reason, Map.of(field, value));
  }

  /**
   * The refusal of an order.
   *
   * @param held the asset that it would take from the account
   * @param sent what was sent, by field
   */
  public static RefusedException ofOrder(
      Reply reply, Instrument instrument, Asset held, Map<String, String> sent) {
    RejectReason reason = reply.reason();
    Asset quote = instrument.quote();
    LongFunction<String> money = amount -> quote.format(amount) + " " + quote.code();
    LongFunction<String> price = ticks -> instrument.tick().format(ticks);
    String quantity = sent.getOrDefault("quantity", "");
    return switch (reason) {
      case INSUFFICIENT_FUNDS -> lacking(reply, held, "is available", "quantity", quantity);
      case INSUFFICIENT_MARGIN -> lacking(reply, quote, "of margin is free", "quantity", quantity);
      case ORDER_QUANTITY_LIMIT -> beyond(reply, instrument.lot()::format, sent);
      case ORDER_NOTIONAL_LIMIT, POSITION_LIMIT, DAILY_LOSS_LIMIT -> beyond(reply, money, sent);
      case ORDER_RATE_LIMIT, OPEN_ORDERS_LIMIT, TRAILING_STOPS_LIMIT ->
          beyond(reply, Long::toString, sent);
      case PRICE_OUT_OF_COLLAR, PRICE_OUT_OF_BAND -> beyond(reply, price, sent);
      default -> of(reason, sent);
    };
  }

  private static RefusedException lacking(
      Reply reply, Asset asset, String there, String field, String value) {
    return RefusedException.told(
        ErrorCode.of(reply.reason()),
        "this needs %s %s, and %s %s %s"
            .formatted(
                asset.format(reply.needed()),
                asset.code(),
                asset.format(reply.available()),
                asset.code(),
                there),
        field,
        value,
        reply.reason().rule());
  }

  /** A limit: what it is, and what the order would make of it. */
  private static RefusedException beyond(
      Reply reply, LongFunction<String> words, Map<String, String> sent) {
    RejectReason reason = reply.reason();
    return RefusedException.told(
        ErrorCode.of(reason),
        "the limit is %s, and with this order it would be %s"
            .formatted(words.apply(reply.available()), words.apply(reply.needed())),
        reason.field(),
        sent.get(reason.field()),
        reason.rule());
  }

  /**
   * @param sent what was sent, by field
   */
  public static RefusedException of(RejectReason reason, Map<String, String> sent) {
    ErrorCode code = ErrorCode.of(reason);
    String value = sent.get(reason.field());
    if (reason.field().isEmpty()) {
      return RefusedException.of(code, reason.rule());
    }
    return value == null
        ? RefusedException.field(code, reason.field(), reason.rule())
        : RefusedException.value(code, reason.field(), value, reason.rule());
  }
}

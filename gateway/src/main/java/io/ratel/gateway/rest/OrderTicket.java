package io.ratel.gateway.rest;

import io.ratel.exchange.command.Command;
import io.ratel.gateway.operation.Decimal;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.Optional;

/** A wish for an order, as a client writes it. */
record OrderTicket(
    @Field("The account; the caller's first when left out.") Optional<String> accountId,
    @Field("An instrument of the exchange.") String symbol,
    Side side,
    OrderType type,
    @Field("A multiple of the instrument's tickSize; only for a limit order.")
        Optional<Decimal> price,
    @Field("A multiple of the instrument's lotSize.") Decimal quantity,
    @Field("GTC for a limit order and IOC for a market order when left out.")
        Optional<TimeInForce> timeInForce,
    @Field(
            value = "Recognises this order when it is sent again.",
            pattern = "[A-Za-z0-9._:-]{1,36}",
            rule = "must be 1 to 36 characters of A-Z, a-z, 0-9, '.', '_', ':' and '-'")
        Optional<String> clientOrderId) {
  /**
   * @throws RefusedException 422, when price, quantity or time in force break a rule of the
   *     instrument
   */
  Command.PlaceOrder command(long accountId, Instrument instrument) {
    return new Command.PlaceOrder(
        accountId,
        instrument.id(),
        side,
        type,
        lifetime(),
        ticks(instrument.tick()),
        steps(ErrorCode.INVALID_QUANTITY, "quantity", instrument.lot(), quantity),
        clientOrderId.orElseGet(Keys::random));
  }

  private TimeInForce lifetime() {
    if (type == OrderType.MARKET && timeInForce.equals(Optional.of(TimeInForce.GTC))) {
      throw RefusedException.value(
          ErrorCode.INVALID_TIME_IN_FORCE,
          "timeInForce",
          TimeInForce.GTC.name(),
          "must be IOC or FOK for a market order, which never rests");
    }
    return timeInForce.orElse(type == OrderType.MARKET ? TimeInForce.IOC : TimeInForce.GTC);
  }

  private long ticks(Step tick) {
    if (type == OrderType.MARKET) {
      if (price.isPresent()) {
        throw RefusedException.value(
            ErrorCode.INVALID_PRICE,
            "price",
            price.get().text(),
            "must be left out of a market order");
      }
      return 0;
    }
    if (price.isEmpty()) {
      throw RefusedException.field(
          ErrorCode.INVALID_PRICE, "price", "must be present in a limit order");
    }
    return steps(ErrorCode.INVALID_PRICE, "price", tick, price.get());
  }

  /** A decimal as a positive number of steps. */
  static long steps(ErrorCode code, String field, Step step, Decimal decimal) {
    long steps;
    try {
      steps = step.parse(decimal.text());
    } catch (NumberFormatException e) {
      throw RefusedException.value(code, field, decimal.text(), String.valueOf(e.getMessage()));
    }
    if (steps <= 0) {
      throw RefusedException.value(code, field, decimal.text(), "must be positive");
    }
    return steps;
  }
}

package io.ratel.gateway.rest;

import static io.ratel.gateway.request.Amounts.refused;
import static io.ratel.gateway.request.Amounts.steps;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.gateway.operation.Decimal;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.request.Keys;
import io.ratel.gateway.wire.Times;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A wish for an order, as a client writes it. */
record OrderTicket(
    @Field("The account; the caller's first when left out.") Optional<String> accountId,
    @Field("An instrument of the exchange.") String symbol,
    Side side,
    OrderType type,
    @Field("A multiple of the instrument's tickSize; only for a type with a limit.")
        Optional<Decimal> price,
    @Field("A multiple of the instrument's lotSize.") Decimal quantity,
    @Field("IOC for a market order and GTC for all others when left out.")
        Optional<TimeInForce> timeInForce,
    @Field("When a GTD order ends.") Optional<Instant> expiresAt,
    @Field("Where a type that waits goes to the market; where a trailing stop begins.")
        Optional<Decimal> triggerPrice,
    @Field("Whose price triggers; last when left out.") Optional<TriggerBy> triggerBy,
    @Field("How far a trailing stop keeps away, in price.") Optional<Decimal> trail,
    @Field("How far a trailing stop keeps away, in percent, at most four decimals.")
        Optional<Decimal> trailPercent,
    @Field("Refused when it would trade at once.") Optional<Boolean> postOnly,
    @Field("May only make a position on margin smaller.") Optional<Boolean> reduceOnly,
    @Field("Rests without being shown.") Optional<Boolean> hidden,
    @Field("What is shown at a time.") Optional<Decimal> displayQuantity,
    @Field("What happens when it meets the account's own; the account's setting when left out.")
        Optional<SelfTradePrevention> selfTradePrevention,
    @Field("Of a hedging account: which position it is for.")
        Optional<PositionEffect> positionEffect,
    @Field("A limit order that closes what this one fills.") Optional<TakeProfit> takeProfit,
    @Field("A stop that closes what this one fills.") Optional<StopLoss> stopLoss,
    @Field("The order itself takes the profit, and its stopLoss is the other of the two.")
        Optional<Boolean> oneCancelsOther,
    @Field("Works the order over time.") Optional<Slicing> algo,
    @Field(
            value = "Recognises this order when it is sent again.",
            pattern = "[A-Za-z0-9._:-]{1,36}",
            rule = "must be 1 to 36 characters of A-Z, a-z, 0-9, '.', '_', ':' and '-'")
        Optional<String> clientOrderId) {
  /** Which price triggers an order. */
  enum TriggerBy {
    last,
    mark
  }

  /** The leg that takes the profit. */
  record TakeProfit(@Field("A multiple of the instrument's tickSize.") Decimal price) {}

  /** The leg that stops the loss; a market order without a price. */
  record StopLoss(
      @Field("A multiple of the instrument's tickSize.") Decimal triggerPrice,
      @Field("The limit it has once triggered.") Optional<Decimal> price) {}

  private static final int PERCENT_DECIMALS = 4;

  /**
   * @throws RefusedException 422, when a field breaks a rule of the instrument, or does not go with
   *     the type
   */
  Command.PlaceOrder command(long accountId, Instrument instrument) {
    Step tick = instrument.tick();
    return new Command.PlaceOrder(
        accountId,
        instrument.id(),
        side,
        type,
        lifetime(),
        ticks(tick),
        steps(ErrorCode.INVALID_QUANTITY, "quantity", instrument.lot(), quantity),
        conditions(tick, instrument.lot()),
        clientOrderId.orElseGet(Keys::random));
  }

  private TimeInForce lifetime() {
    boolean market = type == OrderType.MARKET;
    TimeInForce life = timeInForce.orElse(market ? TimeInForce.IOC : TimeInForce.GTC);
    if (market && life.rests()) {
      throw RefusedException.value(
          ErrorCode.INVALID_TIME_IN_FORCE,
          "timeInForce",
          life.name(),
          "must be IOC or FOK for a market order, which never rests");
    }
    return life;
  }

  private long ticks(Step tick) {
    if (!type.isPriced()) {
      refused(
          ErrorCode.INVALID_PRICE,
          "price",
          price,
          "must be left out of an order without a limit: " + type.label());
      return 0;
    }
    if (price.isEmpty()) {
      throw RefusedException.field(
          ErrorCode.INVALID_PRICE, "price", "must be present in an order of type " + type.label());
    }
    return steps(ErrorCode.INVALID_PRICE, "price", tick, price.get());
  }

  private OrderConditions conditions(Step tick, Step lot) {
    OrderConditions.Builder with = new OrderConditions.Builder();
    trigger(with, tick);
    trail(with, tick);
    expiry(with);
    displayQuantity.ifPresent(
        shown -> with.display(steps(ErrorCode.INVALID_DISPLAY, "displayQuantity", lot, shown)));
    flag(with, postOnly, OrderTerms.POST_ONLY);
    flag(with, reduceOnly, OrderTerms.REDUCE_ONLY);
    flag(with, hidden, OrderTerms.HIDDEN);
    flag(with, triggerBy.map(by -> by == TriggerBy.mark), OrderTerms.BY_MARK);
    flag(with, oneCancelsOther, OrderConditions.ONE_CANCELS_OTHER);
    selfTradePrevention.ifPresent(with::selfTrade);
    positionEffect.ifPresent(with::effect);
    takeProfit.ifPresent(
        leg ->
            with.takeProfit(steps(ErrorCode.INVALID_LINK, "takeProfit.price", tick, leg.price())));
    stopLoss.ifPresent(leg -> stop(with, tick, leg));
    algo.ifPresent(how -> with.split(how.split()));
    return with.build();
  }

  private void trigger(OrderConditions.Builder with, Step tick) {
    boolean trails = type == OrderType.TRAILING_STOP;
    if (!type.waits()) {
      refused(
          ErrorCode.INVALID_TRIGGER,
          "triggerPrice",
          triggerPrice,
          "must be left out of an order that does not wait: " + type.label());
    } else if (triggerPrice.isEmpty() && !trails) {
      throw RefusedException.field(
          ErrorCode.INVALID_TRIGGER,
          "triggerPrice",
          "must be present in an order of type " + type.label());
    }
    triggerPrice.ifPresent(
        at -> with.trigger(steps(ErrorCode.INVALID_TRIGGER, "triggerPrice", tick, at)));
  }

  private void trail(OrderConditions.Builder with, Step tick) {
    if (type != OrderType.TRAILING_STOP) {
      String rule = "must be left out of an order that is no trailingStop";
      refused(ErrorCode.INVALID_TRAIL, "trail", trail, rule);
      refused(ErrorCode.INVALID_TRAIL, "trailPercent", trailPercent, rule);
    } else if (trail.isPresent() == trailPercent.isPresent()) {
      throw RefusedException.field(
          ErrorCode.INVALID_TRAIL, "trail", "must be present, or trailPercent, and not both");
    }
    trail.ifPresent(away -> with.trail(steps(ErrorCode.INVALID_TRAIL, "trail", tick, away)));
    trailPercent.ifPresent(
        away ->
            with.trailPpm(
                steps(
                    ErrorCode.INVALID_TRAIL, "trailPercent", new Step(1, PERCENT_DECIMALS), away)));
  }

  private void expiry(OrderConditions.Builder with) {
    if (timeInForce.equals(Optional.of(TimeInForce.GTD))) {
      if (expiresAt.isEmpty()) {
        throw RefusedException.field(
            ErrorCode.INVALID_EXPIRY, "expiresAt", "must be present with GTD");
      }
      with.expiryNs(Times.nanos(expiresAt.get()));
    } else if (expiresAt.isPresent()) {
      throw RefusedException.value(
          ErrorCode.INVALID_EXPIRY,
          "expiresAt",
          expiresAt.get().toString(),
          "must be left out without GTD");
    }
  }

  private static void stop(OrderConditions.Builder with, Step tick, StopLoss leg) {
    with.stopLoss(steps(ErrorCode.INVALID_LINK, "stopLoss.triggerPrice", tick, leg.triggerPrice()));
    leg.price()
        .ifPresent(
            at -> with.stopLossLimit(steps(ErrorCode.INVALID_LINK, "stopLoss.price", tick, at)));
  }

  private static void flag(OrderConditions.Builder with, Optional<Boolean> wanted, int flag) {
    if (wanted.orElse(false)) {
      with.flag(flag);
    }
  }

  /** What was sent, by field, for a refusal to name. */
  Map<String, String> sent() {
    Map<String, String> sent = new HashMap<>();
    sent.put("symbol", symbol);
    sent.put("type", type.label());
    sent.put("quantity", quantity.text());
    sent.put("timeInForce", lifetime().name());
    price.ifPresent(value -> sent.put("price", value.text()));
    triggerPrice.ifPresent(value -> sent.put("triggerPrice", value.text()));
    trail.or(() -> trailPercent).ifPresent(value -> sent.put("trail", value.text()));
    displayQuantity.ifPresent(value -> sent.put("displayQuantity", value.text()));
    expiresAt.ifPresent(value -> sent.put("expiresAt", value.toString()));
    stopLoss.ifPresent(value -> sent.put("stopLoss", value.triggerPrice().text()));
    postOnly.ifPresent(value -> sent.put("postOnly", value.toString()));
    reduceOnly.ifPresent(value -> sent.put("reduceOnly", value.toString()));
    accountId.ifPresent(value -> sent.put("accountId", value));
    clientOrderId.ifPresent(value -> sent.put("clientOrderId", value));
    return sent;
  }
}

package io.ratel.gateway.wire;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.view.OrderDetails;
import io.ratel.exchange.view.OrderView;
import io.ratel.gateway.operation.Decimal;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Step;
import io.ratel.model.money.FixedPoint;
import io.ratel.model.order.Algo;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderOrigin;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order. What only some orders have is left out of the others.
 *
 * @param price null for an order without a limit
 * @param averagePrice of what was filled, null while nothing is
 * @param triggerBy {@code last} or {@code mark}
 * @param groupId of the order that brought the legs; that order names itself
 * @param parentId of the order that this one works
 * @param origin who made it
 */
public record WireOrder(
    String id,
    String accountId,
    String clientOrderId,
    String symbol,
    Side side,
    OrderType type,
    TimeInForce timeInForce,
    @Nullable Decimal price,
    Decimal quantity,
    Decimal filled,
    @Nullable Decimal averagePrice,
    OrderStatus status,
    OrderOrigin origin,
    @JsonInclude(NON_NULL) @Nullable Decimal triggerPrice,
    @JsonInclude(NON_NULL) @Nullable String triggerBy,
    @JsonInclude(NON_NULL) @Nullable Decimal trail,
    @JsonInclude(NON_NULL) @Nullable Decimal trailPercent,
    @JsonInclude(NON_NULL) @Nullable Instant expiresAt,
    @JsonInclude(NON_NULL) @Nullable Boolean postOnly,
    @JsonInclude(NON_NULL) @Nullable Boolean reduceOnly,
    @JsonInclude(NON_NULL) @Nullable Boolean hidden,
    @JsonInclude(NON_NULL) @Nullable Decimal displayQuantity,
    @JsonInclude(NON_NULL) @Nullable SelfTradePrevention selfTradePrevention,
    @JsonInclude(NON_NULL) @Nullable PositionEffect positionEffect,
    @JsonInclude(NON_NULL) @Nullable TakeProfit takeProfit,
    @JsonInclude(NON_NULL) @Nullable StopLoss stopLoss,
    @JsonInclude(NON_NULL) @Nullable Boolean oneCancelsOther,
    @JsonInclude(NON_NULL) @Nullable Schedule algo,
    @JsonInclude(NON_NULL) @Nullable String groupId,
    @JsonInclude(NON_NULL) @Nullable String parentId,
    @JsonInclude(NON_NULL) @Nullable CancelReason cancelReason,
    long sequence,
    Instant createdAt,
    Instant updatedAt) {
  /** Decimals kept beyond the tick's when the average does not come out even. */
  static final int EXTRA_DECIMALS = 8;

  private static final int PERCENT_DECIMALS = 4;
  private static final long NS_PER_MS = 1_000_000;

  /** The leg that takes the profit, as it was placed. */
  public record TakeProfit(Decimal price) {}

  /** The leg that stops the loss, as it was placed. */
  public record StopLoss(Decimal triggerPrice, @JsonInclude(NON_NULL) @Nullable Decimal price) {}

  /** How the order is worked over time. */
  public record Schedule(
      Algo type,
      @JsonInclude(NON_NULL) @Nullable Instant startAt,
      Instant endAt,
      @JsonInclude(NON_NULL) @Nullable Long intervalMs,
      @JsonInclude(NON_NULL) @Nullable Decimal participationPercent) {
    static Schedule of(OrderDetails.Schedule s) {
      return new Schedule(
          s.algo(),
          s.startNs() == 0 ? null : Times.instant(s.startNs()),
          Times.instant(s.endNs()),
          s.intervalNs() == 0 ? null : s.intervalNs() / NS_PER_MS,
          s.participationPpm() == 0 ? null : percent(s.participationPpm()));
    }
  }

  public static WireOrder of(OrderView order) {
    Instrument instrument = order.instrument();
    Step tick = instrument.tick();
    OrderDetails d = order.details();
    boolean relative = d.has(OrderTerms.TRAIL_PPM);
    boolean waits = d.trigger() != 0 || d.trail() != 0;
    return new WireOrder(
        Long.toString(order.id()),
        Long.toString(order.accountId()),
        order.clientOrderId(),
        instrument.symbol().text(),
        order.side(),
        order.type(),
        order.timeInForce(),
        order.type().isPriced() ? new Decimal(tick.format(order.price())) : null,
        new Decimal(instrument.lot().format(order.quantity())),
        new Decimal(instrument.lot().format(order.filled())),
        average(tick, order.turnover(), order.filled()),
        order.status(),
        d.origin(),
        steps(tick, d.trigger()),
        waits ? triggerBy(d) : null,
        relative ? null : steps(tick, d.trail()),
        relative ? percent(d.trail()) : null,
        d.expiryNs() == 0 ? null : Times.instant(d.expiryNs()),
        flag(d, OrderTerms.POST_ONLY),
        flag(d, OrderTerms.REDUCE_ONLY),
        flag(d, OrderTerms.HIDDEN),
        steps(instrument.lot(), d.display()),
        d.selfTrade() == SelfTradePrevention.NONE ? null : d.selfTrade(),
        d.effect() == PositionEffect.OPEN ? null : d.effect(),
        d.takeProfit() == 0 ? null : new TakeProfit(new Decimal(tick.format(d.takeProfit()))),
        d.stopLoss() == 0
            ? null
            : new StopLoss(new Decimal(tick.format(d.stopLoss())), steps(tick, d.stopLossLimit())),
        flag(d, OrderConditions.ONE_CANCELS_OTHER),
        d.schedule().map(Schedule::of).orElse(null),
        d.group() == 0 ? null : Long.toString(d.group()),
        d.parent() == 0 ? null : Long.toString(d.parent()),
        d.cancelReason().orElse(null),
        order.sequence(),
        order.createdAt(),
        order.updatedAt());
  }

  /** The order as its acknowledgement has it. */
  public static WireOrder of(Command.PlaceOrder order, Instrument instrument, Reply reply) {
    Instant time = Times.instant(reply.timestampNs());
    return of(
        new OrderView(
            reply.id(),
            order.accountId(),
            order.key(),
            instrument,
            order.side(),
            order.type(),
            order.timeInForce(),
            order.price(),
            order.quantity(),
            reply.filled(),
            reply.turnover(),
            reply.status(),
            OrderDetails.of(order.conditions(), reply.id()),
            reply.sequence(),
            time,
            time));
  }

  /** The order as the acknowledgement of its new terms has it. */
  public static WireOrder of(OrderView before, Command.ReplaceOrder change, Reply reply) {
    Instant time = Times.instant(reply.timestampNs());
    OrderView moved =
        change.trigger() == 0
            ? before
            : before.triggerMoved(change.trigger(), reply.sequence(), time);
    return of(
        new OrderView(
            before.id(),
            before.accountId(),
            before.clientOrderId(),
            before.instrument(),
            before.side(),
            before.type(),
            before.timeInForce(),
            change.price() == 0 ? before.price() : change.price(),
            change.quantity() == 0 ? before.quantity() : change.quantity(),
            reply.filled(),
            reply.turnover(),
            reply.status(),
            moved.details(),
            reply.sequence(),
            before.createdAt(),
            time));
  }

  private static @Nullable Decimal steps(Step step, long count) {
    return count == 0 ? null : new Decimal(step.format(count));
  }

  private static Decimal percent(long ppm) {
    return new Decimal(FixedPoint.trimmed(ppm, PERCENT_DECIMALS));
  }

  private static String triggerBy(OrderDetails details) {
    return details.has(OrderTerms.BY_MARK) ? "mark" : "last";
  }

  private static @Nullable Boolean flag(OrderDetails details, int flag) {
    return details.has(flag) ? true : null;
  }

  /** {@code turnover / filled} ticks: exact where decimals allow, else rounded half to even. */
  static @Nullable Decimal average(Step tick, long turnover, long filled) {
    if (filled == 0) {
      return null;
    }
    BigDecimal total = BigDecimal.valueOf(turnover).multiply(BigDecimal.valueOf(tick.units()));
    BigDecimal average =
        total
            .movePointLeft(tick.scale())
            .divide(
                BigDecimal.valueOf(filled), tick.scale() + EXTRA_DECIMALS, RoundingMode.HALF_EVEN);
    return Decimal.of(average, tick.scale());
  }
}

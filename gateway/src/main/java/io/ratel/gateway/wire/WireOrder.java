package io.ratel.gateway.wire;

import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.view.OrderView;
import io.ratel.gateway.operation.Decimal;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param price null for a market order
 * @param averagePrice of what was filled, null while nothing is
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
    long sequence,
    Instant createdAt,
    Instant updatedAt) {
  /** Decimals kept beyond the tick's when the average does not come out even. */
  static final int EXTRA_DECIMALS = 8;

  public static WireOrder of(OrderView order) {
    Instrument instrument = order.instrument();
    return new WireOrder(
        Long.toString(order.id()),
        Long.toString(order.accountId()),
        order.clientOrderId(),
        instrument.symbol().text(),
        order.side(),
        order.type(),
        order.timeInForce(),
        price(instrument, order.type(), order.price()),
        new Decimal(instrument.lot().format(order.quantity())),
        new Decimal(instrument.lot().format(order.filled())),
        average(instrument.tick(), order.turnover(), order.filled()),
        order.status(),
        order.sequence(),
        order.createdAt(),
        order.updatedAt());
  }

  /** The order as its acknowledgement has it. */
  public static WireOrder of(Command.PlaceOrder order, Instrument instrument, Reply reply) {
    Instant time = Times.instant(reply.timestampNs());
    return new WireOrder(
        Long.toString(reply.id()),
        Long.toString(order.accountId()),
        order.key(),
        instrument.symbol().text(),
        order.side(),
        order.type(),
        order.timeInForce(),
        price(instrument, order.type(), order.price()),
        new Decimal(instrument.lot().format(order.quantity())),
        new Decimal(instrument.lot().format(reply.filled())),
        average(instrument.tick(), reply.turnover(), reply.filled()),
        reply.status(),
        reply.sequence(),
        time,
        time);
  }

  /** The order as the acknowledgement of its new terms has it. */
  public static WireOrder of(OrderView before, Command.ReplaceOrder change, Reply reply) {
    Instrument instrument = before.instrument();
    long price = change.price() == 0 ? before.price() : change.price();
    long quantity = change.quantity() == 0 ? before.quantity() : change.quantity();
    return new WireOrder(
        Long.toString(before.id()),
        Long.toString(before.accountId()),
        before.clientOrderId(),
        instrument.symbol().text(),
        before.side(),
        before.type(),
        before.timeInForce(),
        price(instrument, before.type(), price),
        new Decimal(instrument.lot().format(quantity)),
        new Decimal(instrument.lot().format(reply.filled())),
        average(instrument.tick(), reply.turnover(), reply.filled()),
        reply.status(),
        reply.sequence(),
        before.createdAt(),
        Times.instant(reply.timestampNs()));
  }

  private static @Nullable Decimal price(Instrument instrument, OrderType type, long ticks) {
    return type == OrderType.MARKET ? null : new Decimal(instrument.tick().format(ticks));
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

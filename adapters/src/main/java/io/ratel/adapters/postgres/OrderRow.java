package io.ratel.adapters.postgres;

import io.ratel.exchange.event.Event.OrderAccepted;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** An order while it can still change, with the state its row will get. */
final class OrderRow {
  final long id;
  final long account;
  final Instrument instrument;
  final Side side;
  private final String key;
  private final OrderType type;
  private final TimeInForce timeInForce;
  private long price;
  private long quantity;
  private final OffsetDateTime createdAt;
  private long filled;
  private long turnover;
  private OrderStatus status = OrderStatus.OPEN;
  private @Nullable CancelReason reason;

  OrderRow(OrderAccepted e, Instrument instrument, OffsetDateTime time) {
    id = e.orderId();
    account = e.accountId();
    this.instrument = instrument;
    side = e.side();
    key = e.key();
    type = e.type();
    timeInForce = e.timeInForce();
    price = e.price();
    quantity = e.quantity();
    createdAt = time;
  }

  /** An open order as its row has it. */
  OrderRow(Record r, Catalog catalog) {
    id = r.get("order_id", Long.class);
    account = r.get("account_id", Long.class);
    instrument = catalog.instrument(r.get("symbol", String.class));
    side = Side.valueOf(r.get("side", String.class).toUpperCase(java.util.Locale.ROOT));
    key = r.get("client_order_id", String.class);
    type = OrderType.valueOf(r.get("type", String.class).toUpperCase(java.util.Locale.ROOT));
    timeInForce = TimeInForce.valueOf(r.get("time_in_force", String.class));
    BigDecimal limit = r.get("price", BigDecimal.class);
    price = limit == null ? 0 : Decimals.count(instrument.tick(), limit);
    quantity = Decimals.count(instrument.lot(), r.get("quantity", BigDecimal.class));
    filled = Decimals.count(instrument.lot(), r.get("filled", BigDecimal.class));
    turnover = Decimals.ticksLots(instrument, r.get("turnover", BigDecimal.class));
    status = filled > 0 ? OrderStatus.PARTIALLY_FILLED : OrderStatus.OPEN;
    createdAt = r.get("created_at", OffsetDateTime.class);
  }

  void fill(long atPrice, long lots) {
    filled += lots;
    turnover += atPrice * lots;
    status = filled == quantity ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
  }

  void replace(long newPrice, long newQuantity) {
    price = newPrice;
    quantity = newQuantity;
  }

  void cancel(CancelReason why) {
    status = OrderStatus.CANCELED;
    reason = why;
  }

  boolean isLive() {
    return status.isLive();
  }

  void put(TableWriter orders, long sequence, OffsetDateTime time) {
    orders.put(
        "order_id",
        id,
        "account_id",
        account,
        "client_order_id",
        key,
        "symbol",
        instrument.symbol().text(),
        "side",
        side.label(),
        "type",
        type.label(),
        "time_in_force",
        timeInForce.name(),
        "price",
        type == OrderType.MARKET ? null : Decimals.steps(instrument.tick(), price),
        "quantity",
        Decimals.steps(instrument.lot(), quantity),
        "filled",
        Decimals.steps(instrument.lot(), filled),
        "turnover",
        Decimals.turnover(instrument, turnover),
        "status",
        status.label(),
        "cancel_reason",
        reason == null ? null : reason.label(),
        "sequence",
        sequence,
        "created_at",
        createdAt,
        "updated_at",
        time);
  }
}

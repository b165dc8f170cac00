package io.ratel.gateway.wire;

import io.ratel.gateway.operation.Decimal;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.time.Instant;

/** A match on a market; the side is the taker's. */
public record WireTrade(String id, Decimal price, Decimal quantity, Side side, Instant time) {
  public static WireTrade of(Trade trade) {
    return new WireTrade(
        trade.id(),
        new Decimal(trade.market().formatPrice(trade.price())),
        new Decimal(trade.market().formatQuantity(trade.quantity())),
        trade.side(),
        Times.instant(trade.exchangeTimeNs()));
  }
}

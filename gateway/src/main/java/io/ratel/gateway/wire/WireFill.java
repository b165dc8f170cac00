package io.ratel.gateway.wire;

import io.ratel.exchange.view.TradingViews.FillView;
import io.ratel.gateway.operation.Decimal;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.order.Side;
import java.time.Instant;

/**
 * One side of a trade, as its account sees it.
 *
 * @param liquidity {@code maker} when the order rested, {@code taker} when it came in
 */
public record WireFill(
    String id,
    String orderId,
    String accountId,
    String symbol,
    Side side,
    Decimal price,
    Decimal quantity,
    Decimal fee,
    String feeAsset,
    String liquidity,
    Instant time) {
  public static WireFill of(FillView fill) {
    Instrument instrument = fill.instrument();
    return new WireFill(
        Long.toString(fill.id()),
        Long.toString(fill.orderId()),
        Long.toString(fill.accountId()),
        instrument.symbol().text(),
        fill.side(),
        new Decimal(instrument.tick().format(fill.price())),
        new Decimal(instrument.lot().format(fill.quantity())),
        new Decimal(instrument.quote().format(fill.fee())),
        instrument.quote().code(),
        fill.maker() ? "maker" : "taker",
        fill.time());
  }
}

package io.ratel.gateway.wire;

import io.ratel.gateway.operation.Decimal;
import io.ratel.marketdata.bar.CutBar;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Market;
import java.time.Instant;

/**
 * A bar; {@code time} is its start, {@code trades} how many it holds.
 *
 * @param correction on the stream: the bar had ended, and a late trade changed it
 */
public record WireBar(
    Instant time,
    Decimal open,
    Decimal high,
    Decimal low,
    Decimal close,
    Decimal volume,
    long trades,
    boolean correction) {
  public static WireBar of(Bar bar) {
    return of(bar, false);
  }

  /** A bar that a cut made. */
  public static WireBar of(CutBar bar) {
    Market market = bar.market();
    return new WireBar(
        Times.instant(bar.timeNs()),
        new Decimal(market.formatPrice(bar.open())),
        new Decimal(market.formatPrice(bar.high())),
        new Decimal(market.formatPrice(bar.low())),
        new Decimal(market.formatPrice(bar.close())),
        new Decimal(market.formatQuantity(bar.volume())),
        bar.trades(),
        false);
  }

  public static WireBar of(Bar bar, boolean correction) {
    Market market = bar.market();
    return new WireBar(
        Times.instant(bar.timeNs()),
        new Decimal(market.formatPrice(bar.open())),
        new Decimal(market.formatPrice(bar.high())),
        new Decimal(market.formatPrice(bar.low())),
        new Decimal(market.formatPrice(bar.close())),
        new Decimal(market.formatQuantity(bar.volume())),
        bar.trades(),
        correction);
  }
}

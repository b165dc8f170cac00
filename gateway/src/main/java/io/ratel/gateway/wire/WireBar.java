package io.ratel.gateway.wire;

import io.ratel.gateway.operation.Decimal;
import io.ratel.marketdata.adjustment.Adjustment;
import io.ratel.marketdata.bar.CutBar;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Market;
import java.time.Instant;

/**
 * A bar; {@code time} is its start, {@code trades} how many it holds.
 *
 * @param correction on the stream: the bar had ended, and a late trade changed it
 * @param adjusted what splits and dividends did is taken out of it
 */
public record WireBar(
    Instant time,
    Decimal open,
    Decimal high,
    Decimal low,
    Decimal close,
    Decimal volume,
    long trades,
    boolean correction,
    Adjustment adjusted) {
  public static WireBar of(Bar bar) {
    return of(bar, false);
  }

  /** One that was adjusted before. */
  public static WireBar of(Bar bar, Adjustment adjusted) {
    return of(bar, false, adjusted);
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
        false,
        Adjustment.NONE);
  }

  public static WireBar of(Bar bar, boolean correction) {
    return of(bar, correction, Adjustment.NONE);
  }

  private static WireBar of(Bar bar, boolean correction, Adjustment adjusted) {
    Market market = bar.market();
    return new WireBar(
        Times.instant(bar.timeNs()),
        new Decimal(market.formatPrice(bar.open())),
        new Decimal(market.formatPrice(bar.high())),
        new Decimal(market.formatPrice(bar.low())),
        new Decimal(market.formatPrice(bar.close())),
        new Decimal(market.formatQuantity(bar.volume())),
        bar.trades(),
        correction,
        adjusted);
  }
}

package io.ratel.marketdata.bar;

import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import io.ratel.model.money.FixedPoint;

/** A bar that still takes trades, in whichever order they come. */
final class FormingBar {
  private final Interval interval;
  private final long startNs;
  private long open;
  private long high;
  private long low;
  private long close;
  private long volume;
  private long trades;
  private long openTimeNs;
  private String openId = "";
  private long closeTimeNs;
  private String closeId = "";

  FormingBar(Interval interval, long startNs) {
    this.interval = interval;
    this.startNs = startNs;
  }

  /** Whether the volume stays countable. */
  boolean hasRoomFor(long quantity) {
    return volume <= Long.MAX_VALUE - quantity;
  }

  void add(Trade trade, long price, long quantity) {
    long time = trade.exchangeTimeNs();
    if (trades == 0 || TradeOrder.compare(time, trade.id(), openTimeNs, openId) < 0) {
      open = price;
      openTimeNs = time;
      openId = trade.id();
    }
    if (trades == 0 || TradeOrder.compare(time, trade.id(), closeTimeNs, closeId) >= 0) {
      close = price;
      closeTimeNs = time;
      closeId = trade.id();
    }
    high = trades == 0 ? price : Math.max(high, price);
    low = trades == 0 ? price : Math.min(low, price);
    volume += quantity;
    trades++;
  }

  Bar bar(Market market) {
    return new Bar(market, interval, startNs, open, high, low, close, volume, trades);
  }

  /**
   * The same bar in the decimals of another market.
   *
   * @throws ArithmeticException when it does not fit
   */
  static Bar rescaled(Bar bar, Market market) {
    if (bar.market().equals(market)) {
      return bar;
    }
    int from = bar.market().priceScale();
    int to = market.priceScale();
    return new Bar(
        market,
        bar.interval(),
        bar.timeNs(),
        FixedPoint.rescale(bar.open(), from, to),
        FixedPoint.rescale(bar.high(), from, to),
        FixedPoint.rescale(bar.low(), from, to),
        FixedPoint.rescale(bar.close(), from, to),
        FixedPoint.rescale(bar.volume(), bar.market().quantityScale(), market.quantityScale()),
        bar.trades());
  }
}

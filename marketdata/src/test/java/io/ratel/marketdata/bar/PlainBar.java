package io.ratel.marketdata.bar;

import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;

/** One bar of {@link PlainBars}. */
final class PlainBar {
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

  PlainBar(Interval interval, long startNs) {
    this.interval = interval;
    this.startNs = startNs;
  }

  /**
   * Continues a stored bar.
   *
   * @param lastTimeNs no trade of it is later
   */
  static PlainBar of(Bar bar, long lastTimeNs) {
    PlainBar forming = new PlainBar(bar.interval(), bar.timeNs());
    forming.set(bar, lastTimeNs);
    return forming;
  }

  void set(Bar bar, long lastTimeNs) {
    open = bar.open();
    high = bar.high();
    low = bar.low();
    close = bar.close();
    volume = bar.volume();
    trades = bar.trades();
    openTimeNs = startNs;
    openId = "";
    closeTimeNs = lastTimeNs;
    closeId = "";
  }

  long endNs() {
    return startNs + interval.nanos();
  }

  long trades() {
    return trades;
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

  /** Whether the same values fit in finer decimals. */
  boolean canRescale(long priceFactor, long quantityFactor) {
    return Math.max(Math.abs(high), Math.abs(low)) <= Long.MAX_VALUE / priceFactor
        && volume <= Long.MAX_VALUE / quantityFactor;
  }

  void rescale(long priceFactor, long quantityFactor) {
    open *= priceFactor;
    high *= priceFactor;
    low *= priceFactor;
    close *= priceFactor;
    volume *= quantityFactor;
  }

  Bar bar(Market market) {
    return new Bar(market, interval, startNs, open, high, low, close, volume, trades);
  }
}

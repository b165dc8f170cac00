package io.ratel.gateway.topic.past;

import io.ratel.gateway.wire.WireTrade;
import io.ratel.marketdata.MarketViews;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Trade;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A market's trades by time; any number of them may have the same one. */
public final class TradesPast implements Past {
  private final MarketViews markets;
  private final Symbol symbol;
  private final int batch;
  private long cursorNs;

  /** The ids of those at the cursor that were read. */
  private Set<String> atCursor = new HashSet<>();

  private volatile long taken;

  public TradesPast(MarketViews markets, Symbol symbol, long fromNs) {
    this(markets, symbol, fromNs, BATCH);
  }

  /**
   * @param batch so many at a time
   */
  public TradesPast(MarketViews markets, Symbol symbol, long fromNs, int batch) {
    this.batch = batch;
    this.markets = markets;
    this.symbol = symbol;
    this.cursorNs = fromNs;
  }

  @Override
  public Batch next() {
    int limit = batch + atCursor.size();
    List<Trade> read = markets.trades(symbol, cursorNs, Long.MAX_VALUE, limit);
    taken = markets.telling(symbol).taken();
    List<Item> items = new ArrayList<>();
    for (Trade trade : read) {
      if (trade.exchangeTimeNs() != cursorNs) {
        cursorNs = trade.exchangeTimeNs();
        atCursor = new HashSet<>();
      }
      if (atCursor.add(trade.id())) {
        items.add(new Item(trade.id(), cursorNs, WireTrade.of(trade)));
      }
    }
    return new Batch(items, read.size() < limit);
  }

  @Override
  public boolean isTold() {
    return markets.telling(symbol).told() >= taken;
  }

  @Override
  public void close() {}
}

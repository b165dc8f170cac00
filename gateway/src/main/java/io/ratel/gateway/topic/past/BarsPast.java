package io.ratel.gateway.topic.past;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.wire.Times;
import io.ratel.gateway.wire.WireBar;
import io.ratel.marketdata.MarketViews;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import java.util.List;

/**
 * A market's bars, beginning with the one that holds the moment. A bar that is read while it
 * changes comes again: what its topic tells later is never older.
 */
public final class BarsPast implements Past {
  private final MarketViews markets;
  private final Symbol symbol;
  private final Interval interval;
  private long cursorNs;
  private long newestNs = Long.MIN_VALUE;

  public BarsPast(MarketViews markets, Symbol symbol, Interval interval, long fromNs) {
    this.markets = markets;
    this.symbol = symbol;
    this.interval = interval;
    this.cursorNs = interval.floor(Math.max(0, fromNs));
  }

  @Override
  public Batch next() {
    if (newestNs == Long.MIN_VALUE) {
      newestNs = newest();
    }
    // No more than a batch fits between, however many of them have trades.
    long spanNs = interval.nanos() * (BATCH - 1);
    boolean last = newestNs - cursorNs < spanNs;
    long endNs = last ? Long.MAX_VALUE : interval.floor(cursorNs + spanNs);
    List<Bar> bars = markets.bars(symbol, interval, cursorNs, endNs, BATCH);
    cursorNs = endNs;
    return new Batch(bars.stream().map(BarsPast::item).toList(), last);
  }

  private long newest() {
    List<Bar> newest = markets.bars(symbol, interval, 0, Long.MAX_VALUE, 1);
    long atNs = newest.isEmpty() ? cursorNs : newest.getLast().timeNs();
    if ((atNs - cursorNs) / interval.nanos() >= MAX_ROWS) {
      throw RefusedException.value(
          ErrorCode.LIMIT_REACHED,
          "from",
          Times.instant(cursorNs).toString(),
          "must lie at most %d bars before the newest, at or after %s"
              .formatted(MAX_ROWS, Times.instant(atNs - (MAX_ROWS - 1) * interval.nanos())));
    }
    return atNs;
  }

  private static Item item(Bar bar) {
    return new Item(Times.instant(bar.timeNs()).toString(), bar.timeNs(), WireBar.of(bar));
  }

  @Override
  public boolean isTold() {
    return true;
  }

  @Override
  public void close() {}
}

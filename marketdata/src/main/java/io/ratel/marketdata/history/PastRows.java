package io.ratel.marketdata.history;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.List;

/**
 * The port to the rows that are stored or wait to be. Rows have {@code fromNs <= time < toNs}; at
 * most {@code limit} of them come, from the oldest on, or from the newest on with {@code newest}.
 * Safe for any thread; blocks on the store.
 */
public interface PastRows {
  /** In the order of {@link io.ratel.marketdata.bar.TradeOrder}, or the other way round. */
  List<Trade> trades(Symbol symbol, long fromNs, long toNs, int limit, boolean newest);

  /** Bars that start in the span; the newest may still be forming. */
  List<Bar> bars(
      Symbol symbol, Interval interval, long fromNs, long toNs, int limit, boolean newest);

  List<Quote> quotes(Symbol symbol, long fromNs, long toNs, int limit, boolean newest);

  List<BookSnapshot> books(Symbol symbol, long fromNs, long toNs, int limit, boolean newest);

  /** What is older than this may be gone. */
  long keptFromNs(HistoryKey key);
}

package io.ratel.marketdata.history.fetch;

import io.ratel.model.market.Bar;
import io.ratel.model.market.Trade;
import java.util.List;

/** Where fetched rows go. Safe for any thread; waits while the store is behind. */
public interface HistorySink {
  /** Takes trades, and makes their bars anew. */
  void storeTrades(List<Trade> trades);

  /** Takes whole bars of kept intervals. */
  void storeBars(List<Bar> bars);

  /** Waits until what was taken can be read; false when it takes too long. */
  boolean flush();
}

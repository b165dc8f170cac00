package io.ratel.marketdata.history;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Interval;
import java.util.Optional;

/**
 * One history of one market.
 *
 * @param interval of bars, one that is kept; empty for what is no bar
 */
public record HistoryKey(Symbol symbol, HistoryKind kind, Optional<Interval> interval) {
  public HistoryKey {
    if ((kind == HistoryKind.BARS) != interval.isPresent()) {
      throw new IllegalArgumentException("interval must be there for bars alone, was " + interval);
    }
    if (interval.isPresent() && !interval.get().isKept()) {
      throw new IllegalArgumentException(
          "interval must be one that is kept, was " + interval.get().label());
    }
  }

  /** Of bars of any length: those they are made of. */
  public static HistoryKey bars(Symbol symbol, Interval interval) {
    return new HistoryKey(symbol, HistoryKind.BARS, Optional.of(interval.base()));
  }

  public static HistoryKey of(Symbol symbol, HistoryKind kind) {
    return new HistoryKey(symbol, kind, Optional.empty());
  }
}

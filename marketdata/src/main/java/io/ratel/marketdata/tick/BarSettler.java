package io.ratel.marketdata.tick;

import io.ratel.marketdata.bar.Rollup;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps stored bars equal to what the stored trades say: the seconds that a batch touches are made
 * from their trades, and every longer kept bar from those one step shorter. Idempotent, so it does
 * not matter how often a trade comes. One thread at a time.
 */
final class BarSettler {
  /** Touched bars this near each other are read with one query. */
  private static final int NEAR = 10;

  private static final int MAX_REPAIRED = 5_000;

  private final TickStore store;

  BarSettler(TickStore store) {
    this.store = store;
  }

  /**
   * Stores trades and the bars they touch. Those that are too old are left out: what else their
   * bars were made of may be gone.
   *
   * @return those bars
   */
  List<Bar> append(List<Trade> batch) {
    long keptFromNs = store.ticksKeptFromNs();
    List<Trade> trades =
        batch.stream().filter(trade -> trade.exchangeTimeNs() >= keptFromNs).toList();
    if (trades.isEmpty()) {
      return List.of();
    }
    store.appendTrades(trades);
    Map<Symbol, TreeSet<Long>> touched = new LinkedHashMap<>();
    for (Trade trade : trades) {
      touched
          .computeIfAbsent(trade.market().symbol(), _ -> new TreeSet<>())
          .add(Interval.SECOND.floor(trade.exchangeTimeNs()));
    }
    List<Bar> made = new ArrayList<>();
    touched.forEach((symbol, seconds) -> made.addAll(settle(symbol, seconds)));
    store.appendBars(made);
    return made;
  }

  /** Makes the bars of trades that were stored by a batch whose bars were not. */
  void repair() {
    List<Bar> made = new ArrayList<>();
    for (Market market : store.markets()) {
      Symbol symbol = market.symbol();
      List<Bar> last = store.bars(symbol, Interval.SECOND, 0, Long.MAX_VALUE, 1);
      List<Trade> newest = store.newestTrades(symbol, last.isEmpty() ? MAX_REPAIRED : 1);
      TreeSet<Long> seconds = new TreeSet<>();
      newest.forEach(trade -> seconds.add(Interval.SECOND.floor(trade.exchangeTimeNs())));
      if (!last.isEmpty() && !seconds.isEmpty()) {
        long to = seconds.last() + Interval.SECOND.nanos();
        for (Trade trade : store.trades(symbol, last.get(0).timeNs(), to)) {
          seconds.add(Interval.SECOND.floor(trade.exchangeTimeNs()));
        }
      }
      made.addAll(settle(symbol, seconds));
    }
    if (!made.isEmpty()) {
      store.appendBars(made);
    }
  }

  private List<Bar> settle(Symbol symbol, TreeSet<Long> seconds) {
    List<Bar> made = new ArrayList<>();
    try {
      List<Bar> finer = new ArrayList<>();
      for (Run run : runs(seconds, Interval.SECOND)) {
        List<Trade> trades = store.trades(symbol, run.fromNs(), run.toNs());
        finer.addAll(Rollup.ofTrades(trades, Interval.SECOND));
      }
      made.addAll(finer);
      List<Interval> kept = Interval.KEPT;
      for (int i = 1; i < kept.size(); i++) {
        finer = coarser(symbol, finer, kept.get(i - 1), kept.get(i));
        made.addAll(finer);
      }
    } catch (ArithmeticException e) {
      // A sum past 2^63 is refused: the longer bars then stay as they are, never wrapped.
    }
    return made;
  }

  private List<Bar> coarser(Symbol symbol, List<Bar> made, Interval from, Interval to) {
    TreeSet<Long> starts = new TreeSet<>();
    made.forEach(bar -> starts.add(to.floor(bar.timeNs())));
    List<Bar> bars = new ArrayList<>();
    for (Run run : runs(starts, to)) {
      TreeMap<Long, Bar> parts = new TreeMap<>();
      store
          .bars(symbol, from, run.fromNs(), run.toNs(), Integer.MAX_VALUE)
          .forEach(bar -> parts.put(bar.timeNs(), bar));
      made.stream()
          .filter(bar -> bar.timeNs() >= run.fromNs() && bar.timeNs() < run.toNs())
          .forEach(bar -> parts.put(bar.timeNs(), bar));
      bars.addAll(Rollup.ofBars(parts.values(), to));
    }
    return bars;
  }

  private record Run(long fromNs, long toNs) {}

  private static List<Run> runs(Collection<Long> sortedStarts, Interval interval) {
    List<Run> runs = new ArrayList<>();
    for (long start : sortedStarts) {
      Run last = runs.isEmpty() ? null : runs.getLast();
      if (last != null && start - last.toNs() < NEAR * interval.nanos()) {
        runs.set(runs.size() - 1, new Run(last.fromNs(), start + interval.nanos()));
      } else {
        runs.add(new Run(start, start + interval.nanos()));
      }
    }
    return runs;
  }
}

package io.ratel.marketdata;

import io.ratel.marketdata.bar.BarCut;
import io.ratel.marketdata.bar.CutBar;
import io.ratel.marketdata.bar.Cutter;
import io.ratel.marketdata.bar.Rollup;
import io.ratel.marketdata.tick.TickStore;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Trade;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads bars as one series, whether they are stored, in memory or have to be made of shorter ones.
 * Safe for any thread; blocks on the store.
 */
final class BarReads {
  /** What the store is asked for at once. */
  private static final int PAGE = 8_000;

  /** A little more than trades are kept. */
  private static final int MAX_DAYS = 10;

  private final TickStore store;

  BarReads(TickStore store) {
    this.store = store;
  }

  /** See {@link MarketViews#bars}. */
  List<Bar> read(
      MarketState state, Symbol symbol, Interval interval, long fromNs, long toNs, int limit) {
    if (interval.isKept()) {
      return kept(state, symbol, interval, fromNs, toNs, limit);
    }
    Interval base = interval.base();
    long first = firstStart(interval, Math.max(0, fromNs));
    long end = toNs == Long.MAX_VALUE ? toNs : firstStart(interval, toNs);
    long parts = 1 + interval.nanos() / base.nanos();
    int size = (int) Math.min(PAGE, (limit + 1L) * parts);
    Deque<Bar> made = new ArrayDeque<>();
    while (made.size() < limit && first < end) {
      List<Bar> page = kept(state, symbol, base, first, end, size);
      if (page.isEmpty()) {
        break;
      }
      // The first of a full page may be in the middle of a longer bar: it comes with the next page.
      long whole = page.size() < size ? first : firstStart(interval, page.getFirst().timeNs());
      try {
        Rollup.ofBars(page.stream().filter(bar -> bar.timeNs() >= whole).toList(), interval)
            .reversed()
            .forEach(made::addFirst);
      } catch (ArithmeticException e) {
        break; // a volume past 2^63 is refused, and with it what is older
      }
      end = whole;
    }
    List<Bar> list = new ArrayList<>(made);
    return List.copyOf(list.subList(Math.max(0, list.size() - limit), list.size()));
  }

  /** The oldest instead of the newest, oldest first. */
  List<Bar> oldest(
      MarketState state, Symbol symbol, Interval interval, long fromNs, long toNs, int limit) {
    if (interval.isKept()) {
      return keptOldest(state, symbol, interval, fromNs, toNs, limit);
    }
    Interval base = interval.base();
    long start = firstStart(interval, Math.max(0, fromNs));
    long end = toNs == Long.MAX_VALUE ? toNs : firstStart(interval, toNs);
    long parts = 1 + interval.nanos() / base.nanos();
    int size = (int) Math.min(PAGE, (limit + 1L) * parts);
    List<Bar> made = new ArrayList<>();
    while (made.size() < limit && start < end) {
      List<Bar> page = keptOldest(state, symbol, base, start, end, size);
      // The last of a full page may go on in the next one: it comes with that.
      boolean last = page.size() < size;
      long whole = last ? end : interval.floor(page.getLast().timeNs());
      try {
        made.addAll(
            Rollup.ofBars(page.stream().filter(bar -> bar.timeNs() < whole).toList(), interval));
      } catch (ArithmeticException e) {
        break; // a volume past 2^63 is refused, and with it what is newer
      }
      start = whole;
    }
    return List.copyOf(made.subList(0, Math.min(limit, made.size())));
  }

  private List<Bar> keptOldest(
      MarketState state, Symbol symbol, Interval interval, long fromNs, long toNs, int limit) {
    TreeMap<Long, Bar> bars = new TreeMap<>();
    store
        .oldestBars(symbol, interval, fromNs, toNs, limit)
        .forEach(bar -> bars.put(bar.timeNs(), bar));
    addHot(state, interval, fromNs, toNs, bars);
    return bars.values().stream().limit(limit).toList();
  }

  /** See {@link MarketViews#cutBars}: day by day from the newest, at most {@link #MAX_DAYS}. */
  List<CutBar> cut(Symbol symbol, BarCut cut, long fromNs, long toNs, int limit) {
    List<Trade> newest = store.newestTrades(symbol, 1);
    if (newest.isEmpty()) {
      return List.of();
    }
    long day = Interval.DAY.floor(Math.min(newest.get(0).exchangeTimeNs(), toNs - 1));
    Deque<CutBar> bars = new ArrayDeque<>();
    for (int days = 0; days < MAX_DAYS && bars.size() < limit; days++) {
      long end = Interval.DAY.end(day);
      if (end <= fromNs) {
        break;
      }
      List<Trade> trades = store.oldestTrades(symbol, day, end, MarketViews.MAX_CUT_TRADES + 1);
      if (trades.size() > MarketViews.MAX_CUT_TRADES) {
        throw new ArithmeticException(
            "a day of %s has more than the %d trades that are cut at once"
                .formatted(symbol, MarketViews.MAX_CUT_TRADES));
      }
      for (CutBar bar : Cutter.cut(trades, cut).reversed()) {
        if (bar.timeNs() >= fromNs && bar.timeNs() < toNs && bars.size() < limit) {
          bars.addFirst(bar);
        }
      }
      day -= Interval.DAY.nanos();
    }
    return List.copyOf(bars);
  }

  /** The first bar that starts then or later. */
  private static long firstStart(Interval interval, long timeNs) {
    long floor = interval.floor(timeNs);
    return floor == timeNs ? floor : interval.end(floor);
  }

  private List<Bar> kept(
      MarketState state, Symbol symbol, Interval interval, long fromNs, long toNs, int limit) {
    TreeMap<Long, Bar> bars = new TreeMap<>();
    store.bars(symbol, interval, fromNs, toNs, limit).forEach(bar -> bars.put(bar.timeNs(), bar));
    addHot(state, interval, fromNs, toNs, bars);
    List<Bar> list = List.copyOf(bars.values());
    return list.subList(Math.max(0, list.size() - limit), list.size());
  }

  private static void addHot(
      MarketState state, Interval interval, long fromNs, long toNs, TreeMap<Long, Bar> bars) {
    for (Bar bar : state.bars(interval)) {
      if (bar.timeNs() >= fromNs && bar.timeNs() < toNs) {
        bars.merge(
            bar.timeNs(), bar, (stored, hot) -> hot.trades() < stored.trades() ? stored : hot);
      }
    }
  }
}

package io.ratel.marketdata;

import io.ratel.marketdata.MarketViews.BookView;
import io.ratel.marketdata.history.Followed;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.HistoryKind;
import io.ratel.marketdata.tick.TickWriter;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Quote;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Stores the quote of each market when it has changed, and its book, now and then. What is stale or
 * in doubt is not stored, and neither is anything while the store is behind; the time is then not
 * covered. Called on the pairs' thread, away from the ticks.
 */
final class PastKeeper {
  /** Levels a side that are stored. */
  static final int LEVELS = 20;

  private final MarketDataConfig config;
  private final Map<Symbol, MarketState> states;
  private final TickWriter writer;
  private final Followed followed;
  private final Map<Symbol, Quote> stored = new HashMap<>();
  private long quotesAtNs = Long.MIN_VALUE;
  private long booksAtNs = Long.MIN_VALUE;

  PastKeeper(
      MarketDataConfig config,
      Map<Symbol, MarketState> states,
      TickWriter writer,
      Followed followed) {
    this.config = config;
    this.states = states;
    this.writer = writer;
    this.followed = followed;
  }

  void look(long nowNs) {
    long quotesNs = config.keeping().quotes().toNanos();
    if (quotesNs > 0 && nowNs - quotesNs >= quotesAtNs) {
      quotesAtNs = nowNs;
      states.forEach((symbol, state) -> keepQuote(symbol, state, nowNs));
    }
    long booksNs = config.keeping().books().toNanos();
    if (booksNs > 0 && nowNs - booksNs >= booksAtNs) {
      booksAtNs = nowNs;
      states.forEach((symbol, state) -> keepBook(symbol, state, nowNs));
    }
  }

  private void keepQuote(Symbol symbol, MarketState state, long nowNs) {
    Optional<Quote> good = state.goodQuote(nowNs, config.staleness().afterNs(symbol));
    boolean kept = good.isPresent();
    if (kept) {
      Quote quote = good.get();
      Quote before = stored.get(symbol);
      if (before == null || !samePrices(before, quote)) {
        kept = writer.offer(quote);
        if (kept) {
          stored.put(symbol, quote);
        }
      }
    }
    tell(HistoryKey.of(symbol, HistoryKind.QUOTES), nowNs, kept);
  }

  private static boolean samePrices(Quote one, Quote other) {
    return one.bid() == other.bid()
        && one.ask() == other.ask()
        && one.bidQuantity() == other.bidQuantity()
        && one.askQuantity() == other.askQuantity()
        && one.market().equals(other.market());
  }

  private void keepBook(Symbol symbol, MarketState state, long nowNs) {
    Optional<BookView> good = state.goodBook(nowNs, config.staleness().afterNs(symbol), LEVELS);
    boolean kept = good.isPresent() && writer.offer(snapshot(good.get()));
    tell(HistoryKey.of(symbol, HistoryKind.BOOK), nowNs, kept);
  }

  private static BookSnapshot snapshot(BookView view) {
    return new BookSnapshot(
        view.market(),
        view.bids(),
        view.asks(),
        view.sequence(),
        view.exchangeTimeNs(),
        view.localTimeNs());
  }

  private void tell(HistoryKey key, long nowNs, boolean kept) {
    if (kept) {
      followed.extend(key, nowNs, true);
    } else {
      followed.cut(key);
    }
  }
}

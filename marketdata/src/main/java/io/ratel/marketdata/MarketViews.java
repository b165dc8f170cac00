package io.ratel.marketdata;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The newest state and the history of every market, our own and the venues'. Safe for any thread;
 * only {@link #bars} and {@link #trades} may block on the store.
 */
public interface MarketViews {
  /**
   * A book, best prices first.
   *
   * @param sequence the source's number of the last change contained
   * @param source the venue, {@code RATEL} for our own
   * @param localTimeNs when the last change was received; a reader derives the age from it
   */
  record BookView(
      Market market,
      List<Level> bids,
      List<Level> asks,
      long sequence,
      String source,
      long exchangeTimeNs,
      long localTimeNs) {}

  /** Every market that has been heard of, by symbol. */
  List<Market> markets();

  /** The best {@code depth} levels a side; empty while the book is unknown or in doubt. */
  Optional<BookView> book(Symbol symbol, int depth);

  Optional<Quote> quote(Symbol symbol);

  /**
   * The price that values what is held: the middle of the quote, else that of the last trade heard;
   * exact. Empty while neither is known.
   */
  Optional<BigDecimal> mark(Symbol symbol);

  /** What happened around this market lately, newest first; kept in memory only. */
  List<MarketEvent> events(Symbol symbol, int limit);

  /** The newest trades, newest first. */
  List<Trade> trades(Symbol symbol, int limit);

  /**
   * The bars that start in {@code [fromNs, toNs)}, oldest first, the newest {@code limit} of them;
   * a bar without trades is absent. The last may still be forming.
   */
  List<Bar> bars(Symbol symbol, Interval interval, long fromNs, long toNs, int limit);

  /** Calls the listener for every change from now on, until closed. */
  Subscription listen(Listener listener);

  /** Ends a {@link #listen}. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /** Called on the thread that made the change: return at once, never block. */
  interface Listener {
    void onTrade(Trade trade);

    void onQuote(Quote quote);

    /** The book of this symbol changed; read it when you need it. */
    void onBook(Symbol symbol);

    void onBar(Bar bar);

    void onEvent(MarketEvent event);
  }
}

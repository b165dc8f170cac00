package io.ratel.marketdata;

import io.ratel.marketdata.bar.BarCut;
import io.ratel.marketdata.bar.CutBar;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.pair.PairPrices;
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
 * only what reads trades and bars may block on the store.
 */
public interface MarketViews {
  /** The most trades of a day that are cut into bars. */
  int MAX_CUT_TRADES = 200_000;

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
   * The trades with {@code fromNs <= exchange time < toNs}, oldest first as of {@link
   * io.ratel.marketdata.bar.TradeOrder}, the oldest {@code limit} of them; those that wait to be
   * stored are among them.
   */
  default List<Trade> trades(Symbol symbol, long fromNs, long toNs, int limit) {
    return List.of();
  }

  /**
   * How far the listeners are. Whoever reads trades, then {@code taken}, and waits until {@code
   * told} is no less, knows that the listeners have been told of every trade that was read. One
   * thread puts in the trades of a market.
   *
   * @param taken trades of this process
   * @param told how many of them the listeners were told of
   */
  record Telling(long taken, long told) {}

  default Telling telling(Symbol symbol) {
    return new Telling(0, 0);
  }

  /**
   * The bars that start in {@code [fromNs, toNs)}, oldest first, the newest {@code limit} of them;
   * a bar without trades is absent. The last may still be forming.
   */
  List<Bar> bars(Symbol symbol, Interval interval, long fromNs, long toNs, int limit);

  /**
   * The stored trades cut into bars that begin in {@code [fromNs, toNs)}, oldest first, the newest
   * {@code limit} of them; what waits to be stored is not in them yet.
   *
   * @throws ArithmeticException when a day has more than {@link #MAX_CUT_TRADES} trades, which is
   *     as many as are cut at once, or a volume does not fit a number
   */
  default List<CutBar> cutBars(Symbol symbol, BarCut cut, long fromNs, long toNs, int limit) {
    return List.of();
  }

  /** The newest gaps of a book, newest first; in memory and so at most 100. */
  default List<Gap> gaps(Symbol symbol, int limit) {
    return List.of();
  }

  /**
   * How old a quote or a book of this market may be and still be good, in nanoseconds since its
   * last change was received; {@link Long#MAX_VALUE} where silence means that nothing changed.
   */
  default long staleAfterNs(Symbol symbol) {
    return Long.MAX_VALUE;
  }

  /** Every pair over all the markets that trade it, by name. */
  default List<PairPrices> pairs() {
    return List.of();
  }

  /**
   * One of them.
   *
   * @param pair such as {@code BTC-USD}
   */
  default Optional<PairPrices> pair(String pair) {
    return Optional.empty();
  }

  /** Calls the listener for every change from now on, until closed. */
  Subscription listen(Listener listener);

  /** Ends a {@link #listen}. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /** Called on the thread that made the change: return at once, never block. */
  interface Listener {
    /**
     * Whether quotes and bars of this market are to be told; asked at each change, because what
     * nobody hears is not even made.
     */
    default boolean hears(Symbol symbol) {
      return true;
    }

    /** The intervals whose bars are to be told of a market that is heard. */
    default List<Interval> intervals(Symbol symbol) {
      return List.of(Interval.values());
    }

    void onTrade(Trade trade);

    void onQuote(Quote quote);

    /** The book of this symbol changed; read it when you need it. */
    void onBook(Symbol symbol);

    void onBar(Bar bar);

    /** A late trade changed a bar that had ended before. */
    default void onCorrection(Bar bar) {
      onBar(bar);
    }

    void onEvent(MarketEvent event);

    /** A pair has other prices than when it was told last. */
    default void onPair(PairPrices prices) {}
  }
}

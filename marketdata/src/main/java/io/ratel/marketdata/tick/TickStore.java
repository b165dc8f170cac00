package io.ratel.marketdata.tick;

import io.ratel.marketdata.book.Gap;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.List;
import java.util.OptionalLong;

/**
 * The store of trades and bars. One thread writes; any thread reads, and sees what the last write
 * that returned has written. Writing the same again changes nothing. Methods block, and throw
 * {@link TickStoreException} when the store fails.
 */
public interface TickStore extends AutoCloseable {
  /** Every market with stored trades or bars, in its widest decimals. */
  List<Market> markets();

  /**
   * Stores trades, all or none of a call. A trade of the same symbol, time and id is replaced.
   * Calls are kept in order: after a failure of the machine the store holds those before some
   * point.
   */
  void appendTrades(List<Trade> trades);

  /**
   * Stores bars of {@linkplain Interval#KEPT kept} intervals; one of the same symbol, interval and
   * time is replaced.
   */
  void appendBars(List<Bar> bars);

  /** Stores gaps of books; one of the same symbol and beginning is replaced. */
  void appendGaps(List<Gap> gaps);

  /** Stores best bids and asks; one of the same symbol and time is replaced. */
  void appendQuotes(List<Quote> quotes);

  /** Stores whole books; one of the same symbol and time is replaced. */
  void appendBooks(List<BookSnapshot> books);

  /**
   * The quotes with {@code fromNs <= exchange time < toNs}.
   *
   * @param limit how many at most
   * @param newest whether the newest come, the newest first; else the oldest, the oldest first
   */
  List<Quote> quotes(Symbol symbol, long fromNs, long toNs, int limit, boolean newest);

  /** As {@link #quotes}. */
  List<BookSnapshot> books(Symbol symbol, long fromNs, long toNs, int limit, boolean newest);

  /** The newest gaps of all books, oldest first. */
  List<Gap> newestGaps(int limit);

  /** The bars that start in {@code [fromNs, toNs)}, oldest first, the newest {@code limit}. */
  List<Bar> bars(Symbol symbol, Interval interval, long fromNs, long toNs, int limit);

  /** As {@link #bars}, but the oldest {@code limit}. */
  List<Bar> oldestBars(Symbol symbol, Interval interval, long fromNs, long toNs, int limit);

  /** The trades with {@code fromNs <= exchange time < toNs}, oldest first, as of TradeOrder. */
  List<Trade> trades(Symbol symbol, long fromNs, long toNs);

  /** As {@link #trades}, the oldest {@code limit} by time. */
  List<Trade> oldestTrades(Symbol symbol, long fromNs, long toNs, int limit);

  /** As {@link #trades}, the newest {@code limit} by time, newest first. */
  List<Trade> newestTrades(Symbol symbol, long fromNs, long toNs, int limit);

  /** The newest trades by exchange time, newest first. */
  List<Trade> newestTrades(Symbol symbol, int limit);

  /**
   * The id of the newest trade of our own exchange, which is the sequence of its event: every own
   * trade up to it is stored. Empty when there is none.
   */
  OptionalLong lastOwnTradeId();

  /**
   * Trades of before then may be gone, and with them what bars are made of; none are taken any
   * more. Always the beginning of a UTC day.
   */
  long ticksKeptFromNs();

  /** Bars of a kept interval that start before then may be gone. */
  long barsKeptFromNs(Interval kept);

  /**
   * Frees what is no longer needed or too old; to be called every minute or so by the thread that
   * writes.
   */
  void tidy();

  @Override
  void close();
}

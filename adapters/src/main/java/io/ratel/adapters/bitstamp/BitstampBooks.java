package io.ratel.adapters.bitstamp;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.FrameLevels;
import io.ratel.marketdata.feed.MarketSink;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.order.Side;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts a snapshot and the changes around it together. The answer to a request is older than what
 * has come on the socket meanwhile, so the newest changes are kept and are told again after it. A
 * snapshot from before the first change kept is of no use: what lies between may be missing. One
 * thread at a time.
 */
final class BitstampBooks {
  private static final int MAX_KEPT = 1_000; // changes of a book; with two a second eight minutes

  private static final class Book {
    private final TreeMap<Long, BookDelta> kept = new TreeMap<>(); // by microseconds
    private boolean whole;
    private long newest; // change
    private long wholeAt; // time of the snapshot that it is made of
    private long doubtUntil; // a snapshot must be later, while no change is kept
  }

  private final VenueMarkets markets;
  private final Map<Symbol, Book> books = new LinkedHashMap<>();

  BitstampBooks(VenueMarkets markets) {
    this.markets = markets;
  }

  /** A change: levels with their new quantities. */
  void change(JsonNode data, Symbol symbol, Frame frame, MarketSink sink)
      throws RejectedFrameException {
    BookDelta delta;
    try {
      long time = BitstampTime.read(data, frame);
      FrameLevels.Read levels = levels(data, symbol);
      delta =
          new BookDelta(
              levels.market(),
              levels.bids(),
              levels.asks(),
              0,
              time / 1_000,
              time,
              frame.localTimeNs());
    } catch (RejectedFrameException e) {
      lose(symbol, e.gap(), sink);
      throw e;
    }
    Book book = book(symbol);
    long micros = delta.lastSequence();
    if (book.kept.putIfAbsent(micros, delta) != null) {
      return; // it has been here already
    }
    if (book.kept.size() > MAX_KEPT) {
      book.kept.pollFirstEntry();
    }
    if (micros > book.newest) {
      book.newest = micros;
      if (book.whole && micros > book.wholeAt) {
        sink.onBookDelta(delta);
      }
    } else if (book.whole && micros > book.wholeAt) {
      book.whole = false;
      sink.onBookLost(
          symbol, Gap.Cause.SEQUENCE); // the next snapshot and what is kept make it whole
      throw new RejectedFrameException(
          FrameFault.OUT_OF_ORDER,
          "a change of a book must be newer than the last, was older by "
              + (book.newest - micros)
              + " microseconds");
    }
  }

  /** A whole book, asked for apart. */
  void snapshot(JsonNode data, Symbol symbol, Frame frame, MarketSink sink)
      throws RejectedFrameException {
    long time = BitstampTime.read(data, frame);
    long micros = time / 1_000;
    FrameLevels.Read levels = levels(data, symbol);
    Book book = book(symbol);
    boolean covered =
        book.kept.isEmpty() ? micros > book.doubtUntil : micros >= book.kept.firstKey();
    if (!covered || (book.whole && micros < book.wholeAt)) {
      return;
    }
    Merged merged = new Merged(levels);
    book.kept.tailMap(micros, false).values().forEach(merged::put);
    book.wholeAt = micros;
    book.whole = true;
    sink.onBook(
        new BookSnapshot(
            merged.market(),
            merged.bids(),
            merged.asks(),
            Math.max(micros, book.newest),
            Math.max(time, merged.timeNs()),
            frame.localTimeNs()));
  }

  /** A change of this book was lost, and nobody knows of when it was. */
  void lose(Symbol symbol, Gap.Cause cause, MarketSink sink) {
    forget(book(symbol));
    sink.onBookLost(symbol, cause);
  }

  /** The connection was made anew, or a change of any book may have been lost. */
  void loseAll(Gap.Cause cause, MarketSink sink) {
    books.forEach(
        (symbol, book) -> {
          forget(book);
          sink.onBookLost(symbol, cause);
        });
  }

  private static void forget(Book book) {
    book.whole = false;
    book.kept.clear();
    book.doubtUntil = Math.max(book.newest, book.wholeAt);
  }

  private Book book(Symbol symbol) {
    return books.computeIfAbsent(symbol, _ -> new Book());
  }

  private FrameLevels.Read levels(JsonNode data, Symbol symbol) throws RejectedFrameException {
    FrameLevels levels = new FrameLevels();
    levels.addAll(Side.BUY, FrameJson.array(data, "bids"));
    levels.addAll(Side.SELL, FrameJson.array(data, "asks"));
    return levels.read(markets, symbol);
  }
}

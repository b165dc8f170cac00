package io.ratel.adapters.okx;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.venue.format.TextBook;
import io.ratel.adapters.venue.format.TextBook.TextLevel;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The books of one connection; a book that is in doubt is forgotten. One thread at a time. */
final class OkxBooks {
  private static final int SUMMED = 25; // levels of each side
  private static final int MAX_LEVELS = 5_000; // more than the deepest channel has
  private static final long NONE = -1;

  private static final class Book {
    private final TextBook text = new TextBook(MAX_LEVELS);
    private long sequence;
  }

  private final VenueMarkets markets;
  private final Map<Symbol, Book> books = new LinkedHashMap<>();

  /** The newest change seen of each book since it was subscribed to, whole or not. */
  private final Map<Symbol, Long> newest = new HashMap<>();

  OkxBooks(VenueMarkets markets) {
    this.markets = markets;
  }

  /** What one frame says of a book. */
  private record Change(
      List<TextLevel> levels,
      FrameLevels.Read read,
      long timeNs,
      long previous,
      long sequence,
      int checksum) {}

  void read(String action, JsonNode data, Symbol symbol, Frame frame, MarketSink sink)
      throws RejectedFrameException {
    try {
      Change change = change(data, symbol, frame);
      switch (action) {
        case "snapshot" -> begin(change, symbol, frame, sink);
        case "update" -> update(change, symbol, frame, sink);
        default ->
            throw new RejectedFrameException(
                FrameFault.BAD_FIELD, "action must be snapshot or update, was '" + action + "'");
      }
    } catch (RejectedFrameException e) {
      lose(symbol, e.gap(), sink);
      throw e;
    }
  }

  private void begin(Change change, Symbol symbol, Frame frame, MarketSink sink)
      throws RejectedFrameException {
    long place = change.sequence == NONE ? change.timeNs : change.sequence;
    if (place < newest.getOrDefault(symbol, 0L)) {
      return; // older than what is known to have happened since
    }
    Book book = new Book();
    book.text.apply(change.levels);
    check(book, change);
    book.sequence = change.sequence;
    books.put(symbol, book);
    newest.put(symbol, place);
    sink.onBook(
        new BookSnapshot(
            change.read.market(),
            change.read.bids(),
            change.read.asks(),
            Math.max(0, change.sequence),
            change.timeNs,
            frame.localTimeNs()));
  }

  private void update(Change change, Symbol symbol, Frame frame, MarketSink sink)
      throws RejectedFrameException {
    boolean numbered = change.sequence != NONE && change.previous != NONE;
    long place = numbered ? change.sequence : change.timeNs;
    long last = newest.getOrDefault(symbol, 0L);
    Book book = books.get(symbol);
    if (book != null && numbered) {
      if (change.sequence <= book.sequence && change.previous < book.sequence) {
        return; // it has been here already
      }
      if (change.previous != book.sequence || change.sequence < change.previous) {
        throw new RejectedFrameException(
            FrameFault.OUT_OF_ORDER,
            "prevSeqId must be " + book.sequence + ", was " + change.previous);
      }
    } else if (book != null && place < last) {
      throw new RejectedFrameException(
          FrameFault.OUT_OF_ORDER, "ts must not be older than the last change's");
    }
    newest.put(symbol, Math.max(last, place));
    if (book == null) {
      return; // unknown until the next snapshot
    }
    book.text.apply(change.levels);
    check(book, change);
    long before = book.sequence;
    book.sequence = change.sequence;
    if (!change.levels.isEmpty() || (numbered && change.sequence != before)) {
      sink.onBookDelta(
          new BookDelta(
              change.read.market(),
              change.read.bids(),
              change.read.asks(),
              numbered ? before + 1 : 0,
              numbered ? change.sequence : 0,
              change.timeNs,
              frame.localTimeNs()));
    }
  }

  /**
   * CRC-32 of the best bid and ask, the second best bid and ask, and so on, price and quantity as
   * they were sent, joined by colons. The venue says 0 since it stopped to tell it.
   */
  private static void check(Book book, Change change) throws RejectedFrameException {
    if (change.checksum == 0) {
      return;
    }
    List<TextLevel> bids = book.text.best(Side.BUY, SUMMED);
    List<TextLevel> asks = book.text.best(Side.SELL, SUMMED);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < Math.max(bids.size(), asks.size()); i++) {
      for (List<TextLevel> side : List.of(bids, asks)) {
        if (i < side.size()) {
          parts.add(side.get(i).price());
          parts.add(side.get(i).quantity());
        }
      }
    }
    int sum = (int) TextBook.crc32(String.join(":", parts));
    if (sum != change.checksum) {
      throw new RejectedFrameException(
          FrameFault.BAD_CHECKSUM,
          "the book's checksum must be " + sum + ", was " + change.checksum);
    }
  }

  private Change change(JsonNode data, Symbol symbol, Frame frame) throws RejectedFrameException {
    List<TextLevel> levels = new ArrayList<>();
    FrameLevels values = new FrameLevels();
    for (Side side : Side.values()) {
      JsonNode array = FrameJson.array(data, side == Side.BUY ? "bids" : "asks");
      values.addAll(side, array);
      for (JsonNode level : array) {
        levels.add(
            new TextLevel(side, FrameJson.decimal(level.get(0)), FrameJson.decimal(level.get(1))));
      }
    }
    return new Change(
        levels,
        values.read(markets, symbol),
        OkxReader.time(data, frame),
        number(data, "prevSeqId"),
        number(data, "seqId"),
        (int) Math.clamp(data.path("checksum").asLong(), Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  private static long number(JsonNode data, String name) throws RejectedFrameException {
    JsonNode value = data.path(name);
    if (value.isMissingNode() || value.asLong() == NONE) {
      return NONE;
    }
    return FrameJson.count(data, name);
  }

  /** The book begins anew. */
  void subscribed(Symbol symbol) {
    newest.remove(symbol);
  }

  void lose(Symbol symbol, Gap.Cause cause, MarketSink sink) {
    books.remove(symbol);
    sink.onBookLost(symbol, cause);
  }

  void loseAll(Gap.Cause cause, MarketSink sink) {
    books.keySet().forEach(symbol -> sink.onBookLost(symbol, cause));
    books.clear();
    newest.clear();
  }
}

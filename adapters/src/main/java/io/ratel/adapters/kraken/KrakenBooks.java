package io.ratel.adapters.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.venue.format.TextBook;
import io.ratel.adapters.venue.format.TextBook.TextLevel;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.feed.FeedTime;
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
import io.ratel.model.market.Level;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The books of one connection's worth of frames; a book that is in doubt is forgotten. */
final class KrakenBooks {
  private static final Pattern CHANNEL = Pattern.compile("book(?:-([0-9]{1,4}))?");
  private static final int USUAL_DEPTH = 10;
  private static final int MAX_CHANNELS = 20_000;
  private static final int HEAD_CHARS = 256;

  /** Where a frame that cannot be read still says to which channel it belongs. */
  private static final Pattern HEAD = Pattern.compile("\\s*\\[\\s*([0-9]{1,18})\\s*,.*");

  private static final Pattern LEVELS = Pattern.compile("\\{\\s*\"[ab]s?\"\\s*:\\s*\\[\\s*\\[");

  private final VenueMarkets markets;
  private final Map<Symbol, TextBook> books = new LinkedHashMap<>();
  private final Map<Long, Symbol> channels = new HashMap<>();

  /** The newest change seen of each book since it was subscribed to, whole or not. */
  private final Map<Symbol, Long> newest = new HashMap<>();

  KrakenBooks(VenueMarkets markets) {
    this.markets = markets;
  }

  static boolean isBook(String channel) {
    return CHANNEL.matcher(channel).matches();
  }

  /** This channel's frames will change this book, which begins anew. */
  void subscribed(long channel, Symbol symbol) {
    remember(channel, symbol);
    newest.remove(symbol);
  }

  private void remember(long channel, Symbol symbol) {
    if (channels.size() < MAX_CHANNELS) {
      channels.put(channel, symbol);
    }
  }

  /** What one frame says of a book. */
  private static final class Change {
    final List<TextLevel> levels = new ArrayList<>();
    final FrameLevels values = new FrameLevels();
    boolean whole;
    long timeNs;
    long orderNs;
    String checksum = "";
  }

  /**
   * Reads a frame: a snapshot has {@code as} and {@code bs}, a change {@code a} or {@code b} or
   * both in one object or two, with the checksum {@code c} in the last.
   */
  void read(JsonNode node, Symbol symbol, Frame frame, MarketSink sink)
      throws RejectedFrameException {
    try {
      if (node.get(0).isIntegralNumber()) {
        remember(node.get(0).longValue(), symbol);
      }
      Change change = new Change();
      for (int i = 1; i < node.size() - 2; i++) {
        collect(node.get(i), change, frame);
      }
      FrameLevels.Read read = change.values.read(markets, symbol);
      long last = newest.getOrDefault(symbol, 0L);
      if (change.whole && change.orderNs < last) {
        return; // older than what is known to have happened since
      }
      requireInOrder(change, last);
      newest.put(symbol, Math.max(last, change.orderNs));
      if (change.whole) {
        TextBook book = new TextBook(depth(node.get(node.size() - 2).textValue()));
        book.apply(change.levels);
        check(book, change);
        books.put(symbol, book);
        sink.onBook(
            new BookSnapshot(
                read.market(),
                read.bids(),
                read.asks(),
                0,
                time(change, frame),
                frame.localTimeNs()));
      } else {
        TextBook book = books.get(symbol);
        if (book != null) { // else unknown until the next snapshot
          List<TextLevel> fallen = book.apply(change.levels);
          check(book, change);
          FrameLevels.Read all = withFallen(change, fallen, symbol, read);
          sink.onBookDelta(
              new BookDelta(
                  all.market(),
                  all.bids(),
                  all.asks(),
                  0,
                  0,
                  time(change, frame),
                  frame.localTimeNs()));
        }
      }
    } catch (RejectedFrameException e) {
      lose(symbol, e.gap(), sink);
      throw e;
    }
  }

  /** The newest time of a change's levels grows; those that are only told again do not count. */
  private static void requireInOrder(Change change, long last) throws RejectedFrameException {
    if (change.orderNs != 0 && change.orderNs < last) {
      throw new RejectedFrameException(
          FrameFault.OUT_OF_ORDER,
          "a change of a book must not be older than the last, was by "
              + (last - change.orderNs)
              + " ns");
    }
  }

  private static int depth(String channel) throws RejectedFrameException {
    Matcher matcher = CHANNEL.matcher(channel);
    int depth =
        matcher.matches() && matcher.group(1) != null
            ? Integer.parseInt(matcher.group(1))
            : USUAL_DEPTH;
    if (depth < 1 || depth > 1_000) {
      throw new RejectedFrameException(
          FrameFault.BAD_FIELD, "depth of a book must be from 1 to 1000, was " + depth);
    }
    return depth;
  }

  private static long time(Change change, Frame frame) {
    return change.timeNs == 0 ? frame.localTimeNs() : change.timeNs;
  }

  private static void collect(JsonNode part, Change change, Frame frame)
      throws RejectedFrameException {
    if (!part.isObject() || part.isEmpty()) {
      throw new RejectedFrameException(
          FrameFault.BAD_FIELD, "a change of a book must be an object with a or b, was " + part);
    }
    for (Map.Entry<String, JsonNode> field : part.properties()) {
      switch (field.getKey()) {
        case "a" -> collect(Side.SELL, FrameJson.array(part, "a"), change, frame);
        case "b" -> collect(Side.BUY, FrameJson.array(part, "b"), change, frame);
        case "as" -> {
          change.whole = true;
          collect(Side.SELL, FrameJson.array(part, "as"), change, frame);
        }
        case "bs" -> {
          change.whole = true;
          collect(Side.BUY, FrameJson.array(part, "bs"), change, frame);
        }
        case "c" -> change.checksum = FrameJson.decimal(part, "c");
        default ->
            throw new RejectedFrameException(
                FrameFault.BAD_FIELD,
                "a book has a, b, as, bs and c, was '" + field.getKey() + "'");
      }
    }
  }

  private static void collect(Side side, JsonNode levels, Change change, Frame frame)
      throws RejectedFrameException {
    for (JsonNode level : levels) {
      if (!level.isArray() || level.size() < 3) {
        throw new RejectedFrameException(
            FrameFault.BAD_FIELD, "a level must be [price, volume, time], was " + level);
      }
      long time = FeedTime.ofSeconds(level.get(2).asText(), frame.localTimeNs());
      change.timeNs = Math.max(change.timeNs, time);
      if (level.size() < 4) {
        change.orderNs = Math.max(change.orderNs, time);
      }
      change.values.add(side, level.get(0), level.get(1));
      change.levels.add(
          new TextLevel(side, FrameJson.decimal(level.get(0)), FrameJson.decimal(level.get(1))));
    }
  }

  private static void check(TextBook book, Change change) throws RejectedFrameException {
    String sum = Long.toString(KrakenChecksum.of(book));
    if (!change.checksum.isEmpty() && !change.checksum.equals(sum)) {
      throw new RejectedFrameException(
          FrameFault.BAD_CHECKSUM,
          "the book's checksum must be " + sum + ", was '" + change.checksum + "'");
    }
  }

  /** Levels that fell out of the depth are taken away, since the venue does not say so. */
  private FrameLevels.Read withFallen(
      Change change, List<TextLevel> fallen, Symbol symbol, FrameLevels.Read read)
      throws RejectedFrameException {
    if (fallen.isEmpty()) {
      return read;
    }
    List<String> prices = fallen.stream().map(TextLevel::price).toList();
    List<String> quantities = fallen.stream().map(TextLevel::quantity).toList();
    VenueMarkets.Values values = markets.read(symbol, prices, quantities);
    List<Level> bids = new ArrayList<>(read.bids());
    List<Level> asks = new ArrayList<>(read.asks());
    for (int i = 0; i < fallen.size(); i++) {
      (fallen.get(i).side() == Side.BUY ? bids : asks).add(new Level(values.prices()[i], 0));
    }
    return new FrameLevels.Read(values.market(), bids, asks);
  }

  /** A frame that cannot be read: the book of its channel is in doubt, or every book. */
  void loseUnread(String text, MarketSink sink) {
    String head = text.substring(0, Math.min(text.length(), HEAD_CHARS));
    Matcher channel = HEAD.matcher(head);
    if (!channel.lookingAt()) {
      return; // no frame of a channel
    }
    Symbol symbol = channels.get(Long.parseLong(channel.group(1)));
    if (symbol != null) {
      lose(symbol, Gap.Cause.UNREADABLE, sink);
    } else if (LEVELS.matcher(head).find()) {
      loseAll(Gap.Cause.UNREADABLE, sink);
    }
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

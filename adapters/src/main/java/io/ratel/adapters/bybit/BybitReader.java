package io.ratel.adapters.bybit;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.format.JoinedPairs;
import io.ratel.adapters.venue.format.TradeArray;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.feed.FeedReader;
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
import io.ratel.model.market.Quote;
import io.ratel.model.order.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the topics {@code publicTrade.SYMBOL}, {@code orderbook.1.SYMBOL} and {@code
 * orderbook.N.SYMBOL}. A change of the book has the number {@code u} that follows the last; when
 * the venue's service starts anew it sends a snapshot with {@code u} 1, and {@code seq} still
 * grows.
 */
public final class BybitReader implements FeedReader {
  private static final Pattern HOST =
      Pattern.compile(
          "(?:wss://stream(?:-testnet)?|https://api(?:-testnet)?)\\.(?:bybit|bytick)\\.[a-z.]{2,8}"
              + "(?:[/:?].*)?");

  private static final Pattern TOPIC =
      Pattern.compile("(publicTrade|orderbook\\.([0-9]{1,4}))\\.([A-Z0-9]{3,24})");

  private static final TradeArray TRADES = new TradeArray("p", "v", "i", "S", "Buy", "Sell");

  /** Where a frame that cannot be read still says which book it was to change. */
  private static final Pattern BOOK =
      Pattern.compile("\"orderbook\\.(?!1\\.)[0-9]{1,4}\\.([A-Z0-9]{3,24})\"");

  private static final Pattern UNINTERESTING = Pattern.compile("(tickers|kline|liquidation)\\..*");

  /**
   * @param whole whether every change since the last snapshot has been seen
   */
  private record Place(long update, long cross, boolean whole) {}

  private final VenueMarkets markets;
  private final JoinedPairs pairs = new JoinedPairs();
  private final Map<Symbol, Place> books = new LinkedHashMap<>();

  /**
   * @param venue as it is to stand before the colon of its symbols
   */
  public BybitReader(String venue) {
    this(venue, List.of());
  }

  /**
   * @param asked pairs whose joined names are known from the start
   */
  public BybitReader(String venue, List<Pair> asked) {
    this.markets = new VenueMarkets(venue);
    asked.forEach(pairs::learn);
  }

  /** Whether this URL belongs to the feed that is read here. */
  public static boolean reads(String url) {
    return HOST.matcher(url).matches();
  }

  @Override
  public void read(Frame frame, MarketSink sink) throws RejectedFrameException {
    JsonNode node = FrameJson.parse(frame.text());
    if (frame.url().startsWith("http")) {
      return; // listings and the like: known, and nothing to follow
    }
    if (node.has("op") || node.has("success")) {
      if (node.path("success").isBoolean() && !node.path("success").booleanValue()) {
        throw new RejectedFrameException(
            FrameFault.VENUE_ERROR,
            node.path("op").asText() + ": " + node.path("ret_msg").asText());
      }
      return; // the answer to a subscription or a ping
    }
    String name = FrameJson.text(node, "topic");
    Matcher topic = TOPIC.matcher(name);
    if (!topic.matches()) {
      if (UNINTERESTING.matcher(name).matches()) {
        return;
      }
      throw new RejectedFrameException(
          FrameFault.UNKNOWN_TYPE, "topic must be one of the feed's, was '" + name + "'");
    }
    Symbol symbol = symbol(topic.group(3));
    if (topic.group(2) == null) {
      TRADES
          .read(FrameJson.array(node, "data"), symbol, BybitReader::tradeTime, markets, frame)
          .forEach(sink::onTrade);
    } else if (topic.group(2).equals("1")) {
      readBest(node, symbol, frame, sink);
    } else {
      readBook(node, symbol, frame, sink);
    }
  }

  @Override
  public void skipped(String head, MarketSink sink) {
    Matcher book = BOOK.matcher(head);
    if (book.find()) {
      try {
        lose(symbol(book.group(1)), Gap.Cause.UNREADABLE, sink);
      } catch (RejectedFrameException e) {
        disconnected(sink); // it names no market: any book may have been meant
      }
    }
  }

  @Override
  public void disconnected(MarketSink sink) {
    List.copyOf(books.keySet()).forEach(symbol -> lose(symbol, Gap.Cause.DISCONNECTED, sink));
    books.clear();
  }

  private void lose(Symbol symbol, Gap.Cause cause, MarketSink sink) {
    books.computeIfPresent(symbol, (_, place) -> new Place(place.update, place.cross, false));
    sink.onBookLost(symbol, cause);
  }

  /** A snapshot of the best level is a quote; a change of it says too little to be one. */
  private void readBest(JsonNode node, Symbol symbol, Frame frame, MarketSink sink)
      throws RejectedFrameException {
    if (!FrameJson.text(node, "type").equals("snapshot")) {
      return;
    }
    FrameLevels.Read read = levels(FrameJson.field(node, "data"), symbol);
    Level bid = read.bids().isEmpty() ? new Level(0, 0) : read.bids().getFirst();
    Level ask = read.asks().isEmpty() ? new Level(0, 0) : read.asks().getFirst();
    sink.onQuote(
        new Quote(
            read.market(),
            bid.price(),
            bid.quantity(),
            ask.price(),
            ask.quantity(),
            time(node, frame),
            frame.localTimeNs()));
  }

  private void readBook(JsonNode node, Symbol symbol, Frame frame, MarketSink sink)
      throws RejectedFrameException {
    try {
      String type = FrameJson.text(node, "type");
      JsonNode data = FrameJson.field(node, "data");
      Place place =
          new Place(
              FrameJson.count(data, "u"), data.has("seq") ? FrameJson.count(data, "seq") : 0, true);
      FrameLevels.Read levels = levels(data, symbol);
      long time = time(node, frame);
      switch (type) {
        case "snapshot" -> begin(place, levels, symbol, time, frame, sink);
        case "delta" -> change(place, levels, symbol, time, frame, sink);
        default ->
            throw new RejectedFrameException(
                FrameFault.BAD_FIELD, "type must be snapshot or delta, was '" + type + "'");
      }
    } catch (RejectedFrameException e) {
      lose(symbol, e.gap(), sink);
      throw e;
    }
  }

  private void begin(
      Place place,
      FrameLevels.Read levels,
      Symbol symbol,
      long time,
      Frame frame,
      MarketSink sink) {
    Place last = books.get(symbol);
    if (last != null && place.cross < last.cross) {
      return; // older than what is known to have happened since
    }
    if (last != null && place.update < last.update) {
      sink.onBookLost(symbol, Gap.Cause.SEQUENCE); // the venue counts anew
    }
    books.put(symbol, place);
    sink.onBook(
        new BookSnapshot(
            levels.market(),
            levels.bids(),
            levels.asks(),
            place.update,
            time,
            frame.localTimeNs()));
  }

  private void change(
      Place place, FrameLevels.Read levels, Symbol symbol, long time, Frame frame, MarketSink sink)
      throws RejectedFrameException {
    Place last = books.getOrDefault(symbol, new Place(0, 0, false));
    if (place.update <= last.update && place.cross <= last.cross) {
      return; // it has been here already
    }
    if (last.whole && place.update != last.update + 1) {
      throw new RejectedFrameException(
          FrameFault.OUT_OF_ORDER, "u must be " + (last.update + 1) + ", was " + place.update);
    }
    books.put(symbol, new Place(place.update, Math.max(place.cross, last.cross), last.whole));
    if (last.whole) {
      sink.onBookDelta(
          new BookDelta(
              levels.market(),
              levels.bids(),
              levels.asks(),
              place.update,
              place.update,
              time,
              frame.localTimeNs()));
    }
  }

  private static long tradeTime(JsonNode trade, Frame frame) throws RejectedFrameException {
    return FeedTime.ofMillis(FrameJson.count(trade, "T"), frame.localTimeNs());
  }

  private static long time(JsonNode node, Frame frame) throws RejectedFrameException {
    return FeedTime.ofMillis(FrameJson.count(node, "ts"), frame.localTimeNs());
  }

  private FrameLevels.Read levels(JsonNode data, Symbol symbol) throws RejectedFrameException {
    FrameLevels levels = new FrameLevels();
    levels.addAll(Side.BUY, FrameJson.array(data, "b"));
    levels.addAll(Side.SELL, FrameJson.array(data, "a"));
    return levels.read(markets, symbol);
  }

  private Symbol symbol(String name) throws RejectedFrameException {
    Pair pair = pairs.split(name);
    return markets.symbol(pair.base(), pair.quote());
  }
}

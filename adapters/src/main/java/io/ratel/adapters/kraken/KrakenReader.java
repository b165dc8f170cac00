package io.ratel.adapters.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.feed.FeedReader;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.MarketSink;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads frames of the channels {@code trade}, {@code spread}, {@code ticker} and {@code book-N}: a
 * frame is {@code [channel, payload, …, name, pair]}, or an event that says its own name.
 */
public final class KrakenReader implements FeedReader {
  /** The second version of the feed speaks otherwise and is at {@code /v2}. */
  private static final Pattern SOCKET =
      Pattern.compile("wss://(?:beta-)?ws(?:-auth)?\\.kraken\\.com(?::[0-9]+)?/?(?:\\?.*)?");

  private static final Pattern ANSWER = Pattern.compile("https://api\\.kraken\\.com(?:[/:?].*)?");
  private static final Pattern OHLC = Pattern.compile("ohlc(?:-[0-9]+)?");
  private static final Set<String> PRIVATE = Set.of("ownTrades", "openOrders");
  private static final Set<String> UNINTERESTING = Set.of("systemStatus", "heartbeat", "pong");

  private final VenueMarkets markets;
  private final KrakenBooks books;
  private final TradeNumbers numbers = new TradeNumbers();

  /**
   * @param venue as it is to stand before the colon of its symbols
   */
  public KrakenReader(String venue) {
    this.markets = new VenueMarkets(venue);
    this.books = new KrakenBooks(markets);
  }

  /** Whether this URL belongs to the feed that is read here. */
  public static boolean reads(String url) {
    return SOCKET.matcher(url).matches() || ANSWER.matcher(url).matches();
  }

  @Override
  public void read(Frame frame, MarketSink sink) throws RejectedFrameException {
    JsonNode node;
    try {
      node = FrameJson.parse(frame.text());
    } catch (RejectedFrameException e) {
      if (!frame.url().startsWith("http")) {
        books.loseUnread(frame.text(), sink);
      }
      throw e;
    }
    if (frame.url().startsWith("http")) {
      readAnswer(node);
    } else if (node.isArray()) {
      readChannel(node, frame, sink);
    } else {
      readEvent(node, sink);
    }
  }

  @Override
  public void skipped(String head, MarketSink sink) {
    books.loseUnread(head, sink);
  }

  @Override
  public void disconnected(MarketSink sink) {
    books.loseAll(Gap.Cause.DISCONNECTED, sink);
  }

  /** Listings and the like: known, and nothing to follow. */
  private static void readAnswer(JsonNode node) throws RejectedFrameException {
    if (!node.path("error").isEmpty()) {
      throw new RejectedFrameException(FrameFault.VENUE_ERROR, node.path("error").toString());
    }
  }

  private void readEvent(JsonNode node, MarketSink sink) throws RejectedFrameException {
    String event = FrameJson.text(node, "event");
    boolean failed = event.equals("error") || node.path("status").asText().equals("error");
    if (failed) {
      throw new RejectedFrameException(
          FrameFault.VENUE_ERROR, node.path("errorMessage").asText() + " " + node.path("pair"));
    }
    if (event.equals("subscriptionStatus")) {
      String channel = node.path("channelName").asText();
      if (KrakenBooks.isBook(channel) && node.has("pair") && node.has("channelID")) {
        Symbol symbol = symbol(FrameJson.text(node, "pair"));
        if (node.path("status").asText().equals("unsubscribed")) {
          books.lose(symbol, Gap.Cause.LOST, sink);
        } else {
          books.subscribed(FrameJson.count(node, "channelID"), symbol);
        }
      }
    } else if (!UNINTERESTING.contains(event)) {
      throw new RejectedFrameException(
          FrameFault.UNKNOWN_TYPE, "event must be one of the feed's, was '" + event + "'");
    }
  }

  private void readChannel(JsonNode node, Frame frame, MarketSink sink)
      throws RejectedFrameException {
    int size = node.size();
    if (size >= 2 && PRIVATE.contains(node.get(1).asText())) {
      return;
    }
    if (size < 4 || !node.get(size - 2).isTextual() || !node.get(size - 1).isTextual()) {
      books.loseUnread(frame.text(), sink);
      throw new RejectedFrameException(
          FrameFault.BAD_FIELD, "a frame must be [channel, payload, name, pair]");
    }
    String channel = node.get(size - 2).textValue();
    String pair = node.get(size - 1).textValue();
    if (KrakenBooks.isBook(channel)) {
      books.read(node, bookSymbol(pair, frame, sink), frame, sink);
    } else if (channel.equals("trade")) {
      trades(node.get(1), symbol(pair), frame).forEach(sink::onTrade);
    } else if (channel.equals("spread")) {
      sink.onQuote(spread(node.get(1), symbol(pair), frame));
    } else if (channel.equals("ticker")) {
      sink.onQuote(ticker(node.get(1), symbol(pair), frame));
    } else if (!OHLC.matcher(channel).matches()) {
      throw new RejectedFrameException(
          FrameFault.UNKNOWN_TYPE, "channel must be one of the feed's, was '" + channel + "'");
    }
  }

  /** An array of {@code [price, volume, time, side, type, misc]}, the side being the taker's. */
  private List<Trade> trades(JsonNode array, Symbol symbol, Frame frame)
      throws RejectedFrameException {
    if (!array.isArray()) {
      throw new RejectedFrameException(FrameFault.BAD_FIELD, "trades must be an array");
    }
    List<String> prices = new ArrayList<>();
    List<String> volumes = new ArrayList<>();
    List<Side> sides = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    for (JsonNode trade : array) {
      requireArray(trade, 4, "a trade must be [price, volume, time, side, …]");
      prices.add(FrameJson.decimal(trade.get(0)));
      volumes.add(FrameJson.decimal(trade.get(1)));
      times.add(FeedTime.ofSeconds(trade.get(2).asText(), frame.localTimeNs()));
      sides.add(side(trade.get(3).asText()));
    }
    VenueMarkets.Values values = markets.read(symbol, prices, volumes);
    List<Trade> trades = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      if (values.prices()[i] == 0 || values.quantities()[i] == 0) {
        throw new RejectedFrameException(
            FrameFault.BAD_NUMBER, "price and volume of a trade must be positive, one is 0");
      }
    }
    for (int i = 0; i < sides.size(); i++) {
      trades.add(
          new Trade(
              values.market(),
              numbers.id(symbol, times.get(i)),
              values.prices()[i],
              values.quantities()[i],
              sides.get(i),
              times.get(i),
              frame.localTimeNs()));
    }
    return trades;
  }

  private static Side side(String text) throws RejectedFrameException {
    return switch (text) {
      case "b" -> Side.BUY;
      case "s" -> Side.SELL;
      default ->
          throw new RejectedFrameException(
              FrameFault.BAD_FIELD, "side must be b or s, was '" + text + "'");
    };
  }

  /** {@code [bid, ask, time, bidVolume, askVolume]}; the volumes came later than the rest. */
  private Quote spread(JsonNode spread, Symbol symbol, Frame frame) throws RejectedFrameException {
    requireArray(spread, 3, "a spread must be [bid, ask, time, bidVolume, askVolume]");
    boolean sized = spread.size() >= 5;
    return quote(
        symbol,
        List.of(FrameJson.decimal(spread.get(0)), FrameJson.decimal(spread.get(1))),
        sized
            ? List.of(FrameJson.decimal(spread.get(3)), FrameJson.decimal(spread.get(4)))
            : List.of("0", "0"),
        FeedTime.ofSeconds(spread.get(2).asText(), frame.localTimeNs()),
        frame);
  }

  /** Carries no time of the venue: the time it was received stands in. */
  private Quote ticker(JsonNode ticker, Symbol symbol, Frame frame) throws RejectedFrameException {
    JsonNode bid = FrameJson.array(ticker, "b");
    JsonNode ask = FrameJson.array(ticker, "a");
    requireArray(bid, 3, "b must be [price, wholeLots, lots]");
    requireArray(ask, 3, "a must be [price, wholeLots, lots]");
    return quote(
        symbol,
        List.of(FrameJson.decimal(bid.get(0)), FrameJson.decimal(ask.get(0))),
        List.of(FrameJson.decimal(bid.get(2)), FrameJson.decimal(ask.get(2))),
        frame.localTimeNs(),
        frame);
  }

  private Quote quote(
      Symbol symbol, List<String> prices, List<String> volumes, long time, Frame frame)
      throws RejectedFrameException {
    VenueMarkets.Values values = markets.read(symbol, prices, volumes);
    return values.quote(time, frame.localTimeNs());
  }

  private static void requireArray(JsonNode node, int least, String rule)
      throws RejectedFrameException {
    if (!node.isArray() || node.size() < least) {
      throw new RejectedFrameException(FrameFault.BAD_FIELD, rule + ", was " + node);
    }
  }

  private Symbol bookSymbol(String pair, Frame frame, MarketSink sink)
      throws RejectedFrameException {
    try {
      return symbol(pair);
    } catch (RejectedFrameException e) {
      books.loseUnread(frame.text(), sink);
      throw e;
    }
  }

  private Symbol symbol(String pair) throws RejectedFrameException {
    int slash = pair.indexOf('/');
    if (slash < 1 || slash == pair.length() - 1) {
      throw new RejectedFrameException(
          FrameFault.BAD_SYMBOL, "pair must be BASE/QUOTE, was '" + pair + "'");
    }
    return markets.symbol(asset(pair.substring(0, slash)), asset(pair.substring(slash + 1)));
  }

  /** The first version of the feed has a name of its own for one more asset than XBT. */
  private static String asset(String name) {
    return name.equals("XDG") ? "DOGE" : name;
  }
}

package io.ratel.adapters.okx;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.venue.format.TradeArray;
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
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads frames of the channels {@code trades}, {@code tickers} and {@code books}: {@code
 * {"arg":{"channel","instId"},"data":[…]}}, or an event that says its own name.
 */
public final class OkxReader implements FeedReader {
  private static final Pattern HOST =
      Pattern.compile(
          "(?:wss://ws[a-z]*|https://(?:www|[a-z]{2}))\\.okx\\.com(?::[0-9]+)?(?:[/?].*)?");

  private static final TradeArray TRADES =
      new TradeArray("px", "sz", "tradeId", "side", "buy", "sell");

  private static final Set<String> BOOKS = Set.of("books", "books-l2-tbt", "books50-l2-tbt");
  private static final Set<String> UNINTERESTING_EVENTS =
      Set.of("login", "notice", "channel-conn-count");
  private static final Set<String> UNINTERESTING =
      Set.of(
          "books5",
          "bbo-tbt",
          "instruments",
          "open-interest",
          "funding-rate",
          "mark-price",
          "index-tickers",
          "price-limit",
          "status",
          "liquidation-orders");

  /** Where a frame that cannot be read still says which book it was to change. */
  private static final Pattern BOOK =
      Pattern.compile(
          "\"channel\"\\s*:\\s*\"books[^\"]*\"\\s*,\\s*\"instId\"\\s*:\\s*\"([^\"]+)\"");

  private final VenueMarkets markets;
  private final OkxBooks books;

  /**
   * @param venue as it is to stand before the colon of its symbols
   */
  public OkxReader(String venue) {
    this.markets = new VenueMarkets(venue);
    this.books = new OkxBooks(markets);
  }

  /** Whether this URL belongs to the feed that is read here. */
  public static boolean reads(String url) {
    return HOST.matcher(url).matches();
  }

  @Override
  public void read(Frame frame, MarketSink sink) throws RejectedFrameException {
    if (frame.text().equals("pong")) {
      return;
    }
    JsonNode node;
    try {
      node = FrameJson.parse(frame.text());
    } catch (RejectedFrameException e) {
      skipped(frame.text(), sink);
      throw e;
    }
    if (frame.url().startsWith("http")) {
      return; // listings and the like: known, and nothing to follow
    }
    if (node.has("event")) {
      readEvent(node, sink);
      return;
    }
    JsonNode arg = FrameJson.field(node, "arg");
    String channel = FrameJson.text(arg, "channel");
    if (UNINTERESTING.contains(channel) || channel.startsWith("candle")) {
      return;
    }
    Symbol symbol = symbol(FrameJson.text(arg, "instId"));
    JsonNode data = dataOf(node, channel, symbol, sink);
    if (BOOKS.contains(channel)) {
      String action = node.path("action").asText();
      for (JsonNode change : data) {
        books.read(action, change, symbol, frame, sink);
      }
    } else if (channel.equals("trades")) {
      TRADES.read(data, symbol, OkxReader::time, markets, frame).forEach(sink::onTrade);
    } else if (channel.equals("tickers")) {
      for (JsonNode ticker : data) {
        sink.onQuote(quote(ticker, symbol, frame));
      }
    } else {
      throw new RejectedFrameException(
          FrameFault.UNKNOWN_TYPE, "channel must be one of the feed's, was '" + channel + "'");
    }
  }

  private JsonNode dataOf(JsonNode node, String channel, Symbol symbol, MarketSink sink)
      throws RejectedFrameException {
    try {
      return FrameJson.array(node, "data");
    } catch (RejectedFrameException e) {
      if (BOOKS.contains(channel)) {
        books.lose(symbol, e.gap(), sink);
      }
      throw e;
    }
  }

  private void readEvent(JsonNode node, MarketSink sink) throws RejectedFrameException {
    String event = FrameJson.text(node, "event");
    JsonNode arg = node.path("arg");
    boolean ofBook = BOOKS.contains(arg.path("channel").asText()) && arg.has("instId");
    switch (event) {
      case "subscribe" -> {
        if (ofBook) {
          books.subscribed(symbol(FrameJson.text(arg, "instId")));
        }
      }
      case "unsubscribe" -> {
        if (ofBook) {
          books.lose(symbol(FrameJson.text(arg, "instId")), Gap.Cause.LOST, sink);
        }
      }
      case "error" ->
          throw new RejectedFrameException(
              FrameFault.VENUE_ERROR, node.path("code").asText() + " " + node.path("msg").asText());
      default -> {
        if (!UNINTERESTING_EVENTS.contains(event)) {
          throw new RejectedFrameException(
              FrameFault.UNKNOWN_TYPE, "event must be one of the feed's, was '" + event + "'");
        }
      }
    }
  }

  @Override
  public void skipped(String head, MarketSink sink) {
    String start = head.substring(0, Math.min(head.length(), 512));
    if (!start.contains("\"books")) {
      return;
    }
    Matcher book = BOOK.matcher(start);
    if (book.find()) {
      try {
        books.lose(symbol(book.group(1)), Gap.Cause.UNREADABLE, sink);
        return;
      } catch (RejectedFrameException e) {
        // It names no market: any book may have been meant.
      }
    }
    books.loseAll(Gap.Cause.UNREADABLE, sink);
  }

  @Override
  public void disconnected(MarketSink sink) {
    books.loseAll(Gap.Cause.DISCONNECTED, sink);
  }

  private Quote quote(JsonNode ticker, Symbol symbol, Frame frame) throws RejectedFrameException {
    VenueMarkets.Values values =
        markets.read(
            symbol,
            List.of(side(ticker, "bidPx"), side(ticker, "askPx")),
            List.of(side(ticker, "bidSz"), side(ticker, "askSz")));
    return values.quote(time(ticker, frame), frame.localTimeNs());
  }

  /** A side without orders is an empty text. */
  private static String side(JsonNode ticker, String name) throws RejectedFrameException {
    String text = FrameJson.decimal(ticker, name);
    return text.isEmpty() ? "0" : text;
  }

  /** {@code ts}: milliseconds since 1970 UTC, as text. */
  static long time(JsonNode data, Frame frame) throws RejectedFrameException {
    String text = FrameJson.text(data, "ts");
    try {
      return FeedTime.ofMillis(Long.parseLong(text), frame.localTimeNs());
    } catch (NumberFormatException e) {
      throw new RejectedFrameException(
          FrameFault.BAD_TIME, "ts must be milliseconds since 1970, was '" + text + "'");
    }
  }

  private Symbol symbol(String instrument) throws RejectedFrameException {
    int dash = instrument.indexOf('-');
    if (dash < 1 || dash == instrument.length() - 1) {
      throw new RejectedFrameException(
          FrameFault.BAD_SYMBOL, "instId must be BASE-QUOTE, was '" + instrument + "'");
    }
    return markets.symbol(instrument.substring(0, dash), instrument.substring(dash + 1));
  }
}

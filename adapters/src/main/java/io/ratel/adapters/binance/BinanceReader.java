package io.ratel.adapters.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.format.JoinedPairs;
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
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code aggTrade} or {@code trade}, {@code bookTicker}, {@code depthUpdate} and the REST
 * answers they need. A venue that sends both kinds of trades tells each match twice: the kind that
 * came first for a symbol is the one that counts.
 */
public final class BinanceReader implements FeedReader {
  private static final Pattern HOST =
      Pattern.compile(
          "(?:wss|https)://(?:stream|api|api[0-9]|data-stream|data-api)\\.binance\\."
              + "(?:com|us|vision|me)(?:[/:?].*)?");

  private static final Pattern DEPTH =
      Pattern.compile("https?://[^/]+/api/v[0-9]+/depth\\?(?:.*&)?symbol=([A-Za-z0-9]+)(?:&.*)?");

  private static final Pattern LISTING =
      Pattern.compile("https?://[^/]+/api/v[0-9]+/exchangeInfo.*");

  private static final Set<String> UNINTERESTING =
      Set.of(
          "kline",
          "24hrTicker",
          "24hrMiniTicker",
          "1hTicker",
          "4hTicker",
          "1dTicker",
          "avgPrice",
          "serverShutdown");

  private static final int MAX_KINDS = 20_000;

  private final VenueMarkets markets;
  private final JoinedPairs pairs = new JoinedPairs();
  private final Map<Symbol, String> tradeKinds = new HashMap<>();
  private final Set<Symbol> books = new HashSet<>();

  /**
   * @param venue as it is to stand before the colon of its symbols
   */
  public BinanceReader(String venue) {
    this(venue, List.of());
  }

  /**
   * @param asked pairs whose joined names are known from the start
   */
  public BinanceReader(String venue, List<Pair> asked) {
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
      readAnswer(frame, node, sink);
      return;
    }
    JsonNode data = node.has("stream") ? FrameJson.field(node, "data") : node;
    if (data.has("result") || (data.has("id") && data.size() == 1)) {
      return; // the answer to a subscription
    }
    if (data.has("error") || data.has("code")) {
      throw new RejectedFrameException(FrameFault.VENUE_ERROR, data.toString());
    }
    String type =
        data.has("e") ? FrameJson.text(data, "e") : "bookTicker"; // the one without a name
    switch (type) {
      case "aggTrade" -> readTrade(type, "a", data, frame, sink);
      case "trade" -> readTrade(type, "t", data, frame, sink);
      case "bookTicker" -> sink.onQuote(quote(data, frame));
      case "depthUpdate" -> sink.onBookDelta(delta(data, frame));
      default -> {
        if (!UNINTERESTING.contains(type)) {
          throw new RejectedFrameException(
              FrameFault.UNKNOWN_TYPE, "e must be one of the feed's events, was '" + type + "'");
        }
      }
    }
  }

  /** Changes are numbered: the next one tells that one is missing. */
  @Override
  public void skipped(String head, MarketSink sink) {}

  @Override
  public void disconnected(MarketSink sink) {
    books.forEach(symbol -> sink.onBookLost(symbol, Gap.Cause.DISCONNECTED));
  }

  /** Learns the venue's own listing, the answer of {@code /api/v3/exchangeInfo}. */
  private void learn(JsonNode listing) {
    for (JsonNode symbol : listing.path("symbols")) {
      String base = symbol.path("baseAsset").asText();
      String quote = symbol.path("quoteAsset").asText();
      if (!quote.isEmpty() && symbol.path("symbol").asText().equals(base + quote)) {
        pairs.learn(new Pair(base, quote));
      }
    }
  }

  private void readAnswer(Frame frame, JsonNode node, MarketSink sink)
      throws RejectedFrameException {
    if (node.has("code") && node.has("msg")) {
      throw new RejectedFrameException(FrameFault.VENUE_ERROR, node.toString());
    }
    Matcher depth = DEPTH.matcher(frame.url());
    if (depth.matches()) {
      sink.onBook(snapshot(symbol(depth.group(1)), node, frame));
    } else if (LISTING.matcher(frame.url()).matches()) {
      learn(node);
    } else {
      throw new RejectedFrameException(
          FrameFault.UNKNOWN_TYPE, "no answer of " + frame.url() + " is of use");
    }
  }

  private void readTrade(String kind, String idField, JsonNode data, Frame frame, MarketSink sink)
      throws RejectedFrameException {
    Symbol symbol = symbol(FrameJson.text(data, "s"));
    long id = FrameJson.count(data, idField);
    long time = FeedTime.ofMillis(FrameJson.count(data, "T"), frame.localTimeNs());
    JsonNode buyerIsMaker = FrameJson.field(data, "m");
    if (!buyerIsMaker.isBoolean()) {
      throw new RejectedFrameException(
          FrameFault.BAD_FIELD, "m must be true or false, was " + buyerIsMaker);
    }
    VenueMarkets.Values values =
        markets.read(
            symbol, List.of(FrameJson.decimal(data, "p")), List.of(FrameJson.decimal(data, "q")));
    long price = values.prices()[0];
    long quantity = values.quantities()[0];
    if (price == 0 || quantity == 0) {
      throw new RejectedFrameException(
          FrameFault.BAD_NUMBER, "p and q of a trade must be positive, one is 0");
    }
    if (tradeKinds.size() < MAX_KINDS) {
      tradeKinds.putIfAbsent(symbol, kind);
    }
    if (!kind.equals(tradeKinds.getOrDefault(symbol, kind))) {
      return;
    }
    sink.onTrade(
        new Trade(
            values.market(),
            Long.toString(id),
            price,
            quantity,
            buyerIsMaker.booleanValue() ? Side.SELL : Side.BUY,
            time,
            frame.localTimeNs()));
  }

  /** Carries no time of the venue: the time it was received stands in. */
  private Quote quote(JsonNode data, Frame frame) throws RejectedFrameException {
    VenueMarkets.Values values =
        markets.read(
            symbol(FrameJson.text(data, "s")),
            List.of(FrameJson.decimal(data, "b"), FrameJson.decimal(data, "a")),
            List.of(FrameJson.decimal(data, "B"), FrameJson.decimal(data, "A")));
    return values.quote(frame.localTimeNs(), frame.localTimeNs());
  }

  private BookDelta delta(JsonNode data, Frame frame) throws RejectedFrameException {
    Symbol symbol = symbol(FrameJson.text(data, "s"));
    long first = FrameJson.count(data, "U");
    long last = FrameJson.count(data, "u");
    if (first == 0 || first > last) {
      throw new RejectedFrameException(
          FrameFault.BAD_FIELD, "U must be from 1 to u, was " + first + " with u " + last);
    }
    long time = FeedTime.ofMillis(FrameJson.count(data, "E"), frame.localTimeNs());
    FrameLevels.Read levels =
        levels(symbol, FrameJson.array(data, "b"), FrameJson.array(data, "a"));
    return new BookDelta(
        levels.market(), levels.bids(), levels.asks(), first, last, time, frame.localTimeNs());
  }

  /** Carries no time of the venue: the time it was received stands in. */
  private BookSnapshot snapshot(Symbol symbol, JsonNode node, Frame frame)
      throws RejectedFrameException {
    long sequence = FrameJson.count(node, "lastUpdateId");
    FrameLevels.Read levels =
        levels(symbol, FrameJson.array(node, "bids"), FrameJson.array(node, "asks"));
    return new BookSnapshot(
        levels.market(),
        levels.bids(),
        levels.asks(),
        sequence,
        frame.localTimeNs(),
        frame.localTimeNs());
  }

  private FrameLevels.Read levels(Symbol symbol, JsonNode bids, JsonNode asks)
      throws RejectedFrameException {
    FrameLevels levels = new FrameLevels();
    levels.addAll(Side.BUY, bids);
    levels.addAll(Side.SELL, asks);
    FrameLevels.Read read = levels.read(markets, symbol);
    books.add(symbol);
    return read;
  }

  private Symbol symbol(String name) throws RejectedFrameException {
    Pair pair = pairs.split(name);
    return markets.symbol(pair.base(), pair.quote());
  }
}

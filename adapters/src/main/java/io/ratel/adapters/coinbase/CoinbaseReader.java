package io.ratel.adapters.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads frames of the channels {@code matches}, {@code ticker} and {@code level2}. */
public final class CoinbaseReader implements FeedReader {
  private static final Pattern HOST =
      Pattern.compile(
          "(?:wss|https)://(?:ws-feed|api)\\.(?:pro|exchange)\\.coinbase\\.com(?:[/:?].*)?");

  private static final Set<String> UNINTERESTING =
      Set.of(
          "subscriptions",
          "heartbeat",
          "status",
          "received",
          "open",
          "done",
          "change",
          "activate",
          "auction");

  /** Where a frame that is no JSON still says which book it was to change. */
  private static final Pattern PRODUCT =
      Pattern.compile("\"product_id\"\\s*:\\s*\"([^\"]{1,32})\"");

  private static final int HEAD_CHARS = 4_096;

  private final VenueMarkets markets;
  private final Set<Symbol> books = new LinkedHashSet<>();
  private final BookOrder order = new BookOrder();

  /**
   * @param venue as it is to stand before the colon of its symbols
   */
  public CoinbaseReader(String venue) {
    this.markets = new VenueMarkets(venue);
  }

  /** Whether this URL belongs to the feed that is read here. */
  public static boolean reads(String url) {
    return HOST.matcher(url).matches();
  }

  @Override
  public void read(Frame frame, MarketSink sink) throws RejectedFrameException {
    if (frame.url().startsWith("http")) {
      FrameJson.parse(frame.text()); // listings and the like: known, and nothing to follow
      return;
    }
    JsonNode node;
    try {
      node = FrameJson.parse(frame.text());
    } catch (RejectedFrameException e) {
      loseBooks(frame.text(), sink);
      throw e;
    }
    String type = FrameJson.text(node, "type");
    switch (type) {
      case "match", "last_match" -> sink.onTrade(trade(node, frame));
      case "ticker" -> sink.onQuote(quote(node, frame));
      case "snapshot", "l2update" -> {
        try {
          readBook(type, node, frame, sink);
        } catch (RejectedFrameException e) {
          loseBooks(frame.text(), sink);
          throw e;
        }
      }
      case "error" ->
          throw new RejectedFrameException(
              FrameFault.VENUE_ERROR, node.path("message").asText() + " " + node.path("reason"));
      default -> {
        if (!UNINTERESTING.contains(type)) {
          throw new RejectedFrameException(
              FrameFault.UNKNOWN_TYPE, "type must be one of the feed's, was '" + type + "'");
        }
      }
    }
  }

  @Override
  public void skipped(String head, MarketSink sink) {
    loseBooks(head, sink);
  }

  @Override
  public void disconnected(MarketSink sink) {
    books.forEach(symbol -> sink.onBookLost(symbol, Gap.Cause.DISCONNECTED));
    order.clear();
  }

  private Trade trade(JsonNode node, Frame frame) throws RejectedFrameException {
    Side maker = side(FrameJson.text(node, "side"));
    long id = FrameJson.count(node, "trade_id");
    long time = FeedTime.ofIso(FrameJson.text(node, "time"), frame.localTimeNs());
    VenueMarkets.Values values =
        markets.read(
            symbol(node),
            List.of(FrameJson.decimal(node, "price")),
            List.of(FrameJson.decimal(node, "size")));
    long price = values.prices()[0];
    long quantity = values.quantities()[0];
    if (price == 0 || quantity == 0) {
      throw new RejectedFrameException(
          FrameFault.BAD_NUMBER, "price and size of a match must be positive, one is 0");
    }
    return new Trade(
        values.market(),
        Long.toString(id),
        price,
        quantity,
        maker.opposite(),
        time,
        frame.localTimeNs());
  }

  private Quote quote(JsonNode node, Frame frame) throws RejectedFrameException {
    long time =
        node.has("time")
            ? FeedTime.ofIso(FrameJson.text(node, "time"), frame.localTimeNs())
            : frame.localTimeNs();
    VenueMarkets.Values values =
        markets.read(
            symbol(node),
            List.of(FrameJson.decimal(node, "best_bid"), FrameJson.decimal(node, "best_ask")),
            List.of(size(node, "best_bid_size"), size(node, "best_ask_size")));
    return values.quote(time, frame.localTimeNs());
  }

  /** The feed told no sizes with a ticker before 2022. */
  private static String size(JsonNode node, String name) throws RejectedFrameException {
    return node.has(name) ? FrameJson.decimal(node, name) : "0";
  }

  private void readBook(String type, JsonNode node, Frame frame, MarketSink sink)
      throws RejectedFrameException {
    Symbol symbol = symbol(node);
    boolean timed = node.has("time"); // a snapshot has one of its own since 2022 only
    long time =
        timed
            ? FeedTime.ofIso(FrameJson.text(node, "time"), frame.localTimeNs())
            : frame.localTimeNs();
    FrameLevels levels = new FrameLevels();
    boolean whole = type.equals("snapshot");
    if (whole) {
      levels.addAll(Side.BUY, FrameJson.array(node, "bids"));
      levels.addAll(Side.SELL, FrameJson.array(node, "asks"));
    } else {
      for (JsonNode change : FrameJson.array(node, "changes")) {
        if (!change.isArray() || change.size() < 3) {
          throw new RejectedFrameException(
              FrameFault.BAD_FIELD, "a change must be [side, price, size], was " + change);
        }
        levels.add(side(change.get(0).asText()), change.get(1), change.get(2));
      }
    }
    FrameLevels.Read read = levels.read(markets, symbol);
    books.add(symbol);
    long local = frame.localTimeNs();
    if (whole) {
      if (timed ? !order.takes(symbol, time) : !order.takes(symbol, frame.text())) {
        return; // older than what is known to have happened since
      }
      sink.onBook(new BookSnapshot(read.market(), read.bids(), read.asks(), 0, time, local));
    } else {
      order.requireNext(symbol, time);
      sink.onBookDelta(new BookDelta(read.market(), read.bids(), read.asks(), 0, 0, time, local));
    }
  }

  private static Side side(String text) throws RejectedFrameException {
    return switch (text) {
      case "buy" -> Side.BUY;
      case "sell" -> Side.SELL;
      default ->
          throw new RejectedFrameException(
              FrameFault.BAD_FIELD, "side must be buy or sell, was '" + text + "'");
    };
  }

  private Symbol symbol(JsonNode node) throws RejectedFrameException {
    return symbol(FrameJson.text(node, "product_id"));
  }

  private Symbol symbol(String product) throws RejectedFrameException {
    int dash = product.indexOf('-');
    if (dash < 1 || dash == product.length() - 1) {
      throw new RejectedFrameException(
          FrameFault.BAD_SYMBOL, "product_id must be BASE-QUOTE, was '" + product + "'");
    }
    return markets.symbol(product.substring(0, dash), product.substring(dash + 1));
  }

  /** A book change was lost: the book it names is in doubt, or, when it names none, every book. */
  private void loseBooks(String text, MarketSink sink) {
    String head = text.substring(0, Math.min(text.length(), HEAD_CHARS));
    if (!head.contains("\"l2update\"") && !head.contains("\"snapshot\"")) {
      return;
    }
    Matcher product = PRODUCT.matcher(head);
    if (product.find()) {
      try {
        sink.onBookLost(symbol(product.group(1)), Gap.Cause.UNREADABLE);
        return;
      } catch (RejectedFrameException e) {
        // It names no market: any book may have been meant.
      }
    }
    books.forEach(symbol -> sink.onBookLost(symbol, Gap.Cause.UNREADABLE));
  }
}

package io.ratel.adapters.bitstamp;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.format.JoinedPairs;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.feed.FeedReader;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.MarketSink;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the channels {@code live_trades_…} and {@code diff_order_book_…} and the answers of {@code
 * /api/v2/order_book/…}. Quotes come of the book: the feed has none.
 */
public final class BitstampReader implements FeedReader {
  private static final Pattern HOST =
      Pattern.compile("(?:wss://ws|https://www)\\.bitstamp\\.net(?:[/:?].*)?");

  private static final Pattern BOOK =
      Pattern.compile("https?://[^/]+/api/v2/order_book/([a-z0-9]{3,24})/?(?:\\?.*)?");

  /** With more of them {@code usdtusd} could be USD for TUSD. */
  private static final List<String> QUOTES =
      List.of("USD", "EUR", "GBP", "BTC", "ETH", "USDT", "USDC", "PAX", "EURC", "PYUSD", "RLUSD");

  private static final String CHANGES = "diff_order_book_";
  private static final String TRADES = "live_trades_";

  /** Where a frame that cannot be read still says which book it was to change. */
  private static final Pattern CHANNEL = Pattern.compile("diff_order_book_([a-z0-9]{3,24})");

  private static final Set<String> UNINTERESTING =
      Set.of(
          "bts:subscription_succeeded",
          "bts:unsubscription_succeeded",
          "bts:heartbeat",
          "bts:request_reconnect",
          "order_created",
          "order_changed",
          "order_deleted");

  private final VenueMarkets markets;
  private final BitstampBooks books;
  private final JoinedPairs pairs = new JoinedPairs(QUOTES);

  /**
   * @param venue as it is to stand before the colon of its symbols
   */
  public BitstampReader(String venue) {
    this(venue, List.of());
  }

  /**
   * @param asked pairs whose joined names are known from the start
   */
  public BitstampReader(String venue, List<Pair> asked) {
    this.markets = new VenueMarkets(venue);
    this.books = new BitstampBooks(markets);
    asked.forEach(pairs::learn);
  }

  /** Whether this URL belongs to the feed that is read here. */
  public static boolean reads(String url) {
    return HOST.matcher(url).matches();
  }

  @Override
  public void read(Frame frame, MarketSink sink) throws RejectedFrameException {
    if (frame.url().startsWith("http")) {
      readAnswer(frame, sink);
      return;
    }
    JsonNode node;
    String event;
    try {
      node = FrameJson.parse(frame.text());
      event = FrameJson.text(node, "event");
    } catch (RejectedFrameException e) {
      skipped(frame.text(), sink);
      throw e;
    }
    switch (event) {
      case "data" -> readData(node, frame, sink);
      case "trade" -> sink.onTrade(trade(node, frame));
      case "bts:error" ->
          throw new RejectedFrameException(FrameFault.VENUE_ERROR, node.path("data").toString());
      default -> {
        if (!UNINTERESTING.contains(event)) {
          skipped(frame.text(), sink);
          throw new RejectedFrameException(
              FrameFault.UNKNOWN_TYPE, "event must be one of the feed's, was '" + event + "'");
        }
      }
    }
  }

  @Override
  public void skipped(String head, MarketSink sink) {
    Matcher channel = CHANNEL.matcher(head);
    if (channel.find()) {
      try {
        books.lose(symbol(channel.group(1)), Gap.Cause.UNREADABLE, sink);
      } catch (RejectedFrameException e) {
        books.loseAll(
            Gap.Cause.UNREADABLE, sink); // it names no market: any book may have been meant
      }
    } else if (head.contains("\"bids\"") || head.contains("\"asks\"")) {
      books.loseAll(
          Gap.Cause.UNREADABLE, sink); // the channel stands behind the levels, beyond the head
    }
  }

  @Override
  public void disconnected(MarketSink sink) {
    books.loseAll(Gap.Cause.DISCONNECTED, sink);
  }

  private void readAnswer(Frame frame, MarketSink sink) throws RejectedFrameException {
    JsonNode node = FrameJson.parse(frame.text());
    Matcher book = BOOK.matcher(frame.url());
    if (book.matches()) {
      if (node.has("error") || node.has("code")) {
        throw new RejectedFrameException(FrameFault.VENUE_ERROR, node.toString());
      }
      books.snapshot(node, symbol(book.group(1)), frame, sink);
    }
  }

  private void readData(JsonNode node, Frame frame, MarketSink sink) throws RejectedFrameException {
    String channel = FrameJson.text(node, "channel");
    if (channel.startsWith(CHANGES)) {
      Symbol symbol = symbol(channel.substring(CHANGES.length()));
      JsonNode data = node.path("data");
      if (!data.isObject()) {
        books.lose(symbol, Gap.Cause.UNREADABLE, sink);
        throw new RejectedFrameException(FrameFault.BAD_FIELD, "data must be an object");
      }
      books.change(data, symbol, frame, sink);
    } else if (!channel.startsWith("order_book_") && !channel.startsWith("detail_order_book_")) {
      throw new RejectedFrameException(
          FrameFault.UNKNOWN_TYPE, "channel must be one of the feed's, was '" + channel + "'");
    }
  }

  private Trade trade(JsonNode node, Frame frame) throws RejectedFrameException {
    String channel = FrameJson.text(node, "channel");
    if (!channel.startsWith(TRADES)) {
      throw new RejectedFrameException(
          FrameFault.BAD_FIELD, "a trade comes on live_trades_…, was '" + channel + "'");
    }
    Symbol symbol = symbol(channel.substring(TRADES.length()));
    JsonNode data = FrameJson.field(node, "data");
    long type = FrameJson.count(data, "type");
    if (type > 1) {
      throw new RejectedFrameException(
          FrameFault.BAD_FIELD, "type must be 0 for a buy or 1 for a sell, was " + type);
    }
    VenueMarkets.Values values =
        markets.read(
            symbol,
            List.of(decimal(data, "price_str", "price")),
            List.of(decimal(data, "amount_str", "amount")));
    if (values.prices()[0] == 0 || values.quantities()[0] == 0) {
      throw new RejectedFrameException(
          FrameFault.BAD_NUMBER, "price and amount of a trade must be positive, one is 0");
    }
    return new Trade(
        values.market(),
        Long.toString(FrameJson.count(data, "id")),
        values.prices()[0],
        values.quantities()[0],
        type == 0 ? Side.BUY : Side.SELL,
        BitstampTime.read(data, frame),
        frame.localTimeNs());
  }

  /** The digits as text where the venue tells them so; its numbers lose zeros. */
  private static String decimal(JsonNode data, String text, String number)
      throws RejectedFrameException {
    return FrameJson.decimal(data, data.has(text) ? text : number);
  }

  private Symbol symbol(String name) throws RejectedFrameException {
    Pair pair = pairs.split(name);
    return markets.symbol(pair.base(), pair.quote());
  }
}

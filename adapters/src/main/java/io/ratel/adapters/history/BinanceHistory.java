package io.ratel.adapters.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.history.Candles.Candle;
import io.ratel.adapters.history.ToldTrades.Page;
import io.ratel.adapters.history.ToldTrades.Told;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.history.fetch.HistoryFetchException;
import io.ratel.model.market.Interval;
import io.ratel.model.order.Side;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Binance and its clones: {@code klines} of every kept length, and {@code historicalTrades} from
 * the id that {@code aggTrades} finds for a time, because those are the trades of the stream. Some
 * of them want a key for the latter, which is sent when there is one. A page of trades costs 25 of
 * the 6,000 weights of a minute.
 */
final class BinanceHistory extends VenueHistory {
  private static final int MOST = 1_000;
  private static final long MILLI_NS = 1_000_000L;

  /** The longest time that aggregated trades are looked for in at once. */
  private static final long LOOK_NS = 3_600_000_000_000L;

  BinanceHistory(VenueSettings settings, HistoryHttp.Parts parts) {
    super(
        settings,
        new HistoryHttp(
            parts,
            2,
            5,
            settings.keys().map(keys -> Map.of("X-MBX-APIKEY", keys.key())).orElse(Map.of())),
        Set.copyOf(Interval.KEPT),
        true);
  }

  private static String symbol(Pair pair) {
    return "?symbol=" + pair.base() + pair.quote();
  }

  @Override
  void bars(HistoryKey key, Interval interval, Pair pair, Span span, Pages pages)
      throws HistoryFetchException, InterruptedException {
    Candles.fetch(
        http,
        key,
        span,
        pages,
        MOST,
        window ->
            uri(
                "/api/v3/klines"
                    + symbol(pair)
                    + "&interval="
                    + interval.label()
                    + times(window)
                    + "&limit="
                    + MOST),
        BinanceHistory::candles);
  }

  private URI uri(String path) {
    return URI.create(settings.rest() + path);
  }

  /** Both ends belong to what is asked for. */
  private static String times(Span span) {
    return "&startTime="
        + Math.ceilDiv(span.fromNs(), MILLI_NS)
        + "&endTime="
        + (Math.ceilDiv(span.toNs(), MILLI_NS) - 1);
  }

  private static List<Candle> candles(JsonNode answer) throws RejectedFrameException {
    VenueHistories.requireArray(answer);
    List<Candle> candles = new ArrayList<>();
    for (JsonNode row : answer) {
      Candles.requireRow(row, 9);
      candles.add(Candle.of(row, MILLI_NS).with(row.get(8).asLong()));
    }
    return candles;
  }

  @Override
  void trades(HistoryKey key, Pair pair, Span span, Pages pages)
      throws HistoryFetchException, InterruptedException {
    String symbol = symbol(pair);
    VenueMarkets markets = new VenueMarkets(venue());
    OptionalLong first = firstId(span, pages, symbol);
    if (first.isEmpty()) {
      pages.trades(List.of(), span);
      return;
    }
    long at = span.fromNs();
    long id = first.getAsLong();
    while (true) {
      URI url = uri("/api/v3/historicalTrades" + symbol + "&fromId=" + id + "&limit=" + MOST);
      Page page =
          http.get(
              url,
              pages,
              answer -> {
                List<Told> told = told(answer);
                return new Page(told, ToldTrades.trades(key, markets, told, span, http.nowNs()));
              });
      if (page.told().isEmpty() || page.told().getLast().timeNs() >= span.toNs()) {
        pages.trades(page.trades(), new Span(at, span.toNs()));
        return;
      }
      Told last = page.told().getLast();
      // Others of the last one's time may come with the next page.
      long whole = Math.clamp(last.timeNs(), at, span.toNs());
      pages.trades(page.trades(), new Span(at, whole));
      at = whole;
      long next = Long.parseLong(last.id()) + 1;
      if (next <= id) {
        throw new HistoryFetchException("the venue tells the same trades again and again");
      }
      id = next;
    }
  }

  /** The id of the first trade of a span; empty when it has none. */
  private OptionalLong firstId(Span span, Pages pages, String symbol)
      throws HistoryFetchException, InterruptedException {
    for (long at = span.fromNs(); at < span.toNs(); at += LOOK_NS) {
      Span look = new Span(at, Math.min(span.toNs(), at + LOOK_NS));
      OptionalLong id =
          http.get(
              uri("/api/v3/aggTrades" + symbol + times(look) + "&limit=1"),
              pages,
              answer -> {
                VenueHistories.requireArray(answer);
                return answer.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(FrameJson.count(answer.get(0), "f"));
              });
      if (id.isPresent()) {
        return id;
      }
    }
    return OptionalLong.empty();
  }

  private List<Told> told(JsonNode answer) throws RejectedFrameException {
    VenueHistories.requireArray(answer);
    List<Told> told = new ArrayList<>();
    for (JsonNode trade : answer) {
      JsonNode buyerIsMaker = FrameJson.field(trade, "isBuyerMaker");
      if (!buyerIsMaker.isBoolean()) {
        throw new RejectedFrameException(
            FrameFault.BAD_FIELD, "isBuyerMaker must be true or false, was " + buyerIsMaker);
      }
      told.add(
          new Told(
              Long.toString(FrameJson.count(trade, "id")),
              FeedTime.ofMillis(FrameJson.count(trade, "time"), http.nowNs()),
              FrameJson.decimal(trade, "price"),
              FrameJson.decimal(trade, "qty"),
              buyerIsMaker.booleanValue() ? Side.SELL : Side.BUY));
    }
    return told;
  }
}

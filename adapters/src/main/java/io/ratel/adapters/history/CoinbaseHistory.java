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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Coinbase: candles of a minute to a day, and trades, which are paged by id alone. Ids grow with
 * time, so the one of a time is found by halving.
 */
final class CoinbaseHistory extends VenueHistory {
  private static final int MOST_BARS = 300;
  private static final int MOST_TRADES = 1_000;
  private static final long SECOND_NS = 1_000_000_000L;

  CoinbaseHistory(VenueSettings settings, HistoryHttp.Parts parts) {
    super(settings, new HistoryHttp(parts, 3, 5, Map.of()), FROM_MINUTES, true);
  }

  @Override
  void bars(HistoryKey key, Interval interval, Pair pair, Span span, Pages pages)
      throws HistoryFetchException, InterruptedException {
    long seconds = interval.nanos() / SECOND_NS;
    Candles.fetch(
        http,
        key,
        span,
        pages,
        MOST_BARS,
        window ->
            URI.create(
                "%s/products/%s/candles?granularity=%d&start=%s&end=%s"
                    .formatted(
                        settings.rest(),
                        pair,
                        seconds,
                        Instant.ofEpochSecond(window.fromNs() / SECOND_NS),
                        Instant.ofEpochSecond(window.toNs() / SECOND_NS - seconds))),
        CoinbaseHistory::candles);
  }

  /** Each {@code [time, low, high, open, close, volume]}. */
  private static List<Candle> candles(JsonNode answer) throws RejectedFrameException {
    VenueHistories.requireArray(answer);
    List<Candle> candles = new ArrayList<>();
    for (JsonNode row : answer) {
      Candle told = Candle.of(row, SECOND_NS);
      candles.add(
          new Candle(
              told.timeNs(), told.low(), told.high(), told.open(), told.close(), told.volume(), 0));
    }
    return candles;
  }

  @Override
  void trades(HistoryKey key, Pair pair, Span span, Pages pages)
      throws HistoryFetchException, InterruptedException {
    String url = settings.rest() + "/products/" + pair + "/trades?limit=";
    VenueMarkets markets = new VenueMarkets(venue());
    long end = firstIdFrom(span.toNs(), pages, url);
    ToldTrades.backwards(
        span,
        pages,
        Long.toString(end),
        before ->
            http.get(
                URI.create(url + MOST_TRADES + "&after=" + before),
                pages,
                answer -> {
                  List<Told> told = told(answer);
                  return new Page(told, ToldTrades.trades(key, markets, told, span, http.nowNs()));
                }));
  }

  /** The id of the first trade of that time or later. */
  private long firstIdFrom(long timeNs, Pages pages, String url)
      throws HistoryFetchException, InterruptedException {
    List<Told> newest = http.get(URI.create(url + 1), pages, this::told);
    if (newest.isEmpty()) {
      return 1;
    }
    long low = 1;
    long high = Long.parseLong(newest.getFirst().id()) + 1;
    if (newest.getFirst().timeNs() < timeNs) {
      return high;
    }
    while (low < high) {
      long middle = low + (high - low) / 2;
      List<Told> told = http.get(URI.create(url + 1 + "&after=" + (middle + 1)), pages, this::told);
      if (!told.isEmpty() && told.getFirst().timeNs() >= timeNs) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private List<Told> told(JsonNode answer) throws RejectedFrameException {
    VenueHistories.requireArray(answer);
    List<Told> told = new ArrayList<>();
    for (JsonNode trade : answer) {
      String maker = FrameJson.text(trade, "side");
      if (!maker.equals("buy") && !maker.equals("sell")) {
        throw new RejectedFrameException(
            FrameFault.BAD_FIELD, "side must be buy or sell, was '" + maker + "'");
      }
      told.add(
          new Told(
              Long.toString(FrameJson.count(trade, "trade_id")),
              FeedTime.ofIso(FrameJson.text(trade, "time"), http.nowNs()),
              FrameJson.decimal(trade, "price"),
              FrameJson.decimal(trade, "size"),
              maker.equals("buy") ? Side.SELL : Side.BUY));
    }
    return told;
  }
}

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * OKX: {@code history-candles}, and {@code history-trades} of the last three months, which are
 * asked for by time once and by id from there.
 */
final class OkxHistory extends VenueHistory {
  private static final int MOST = 100;
  private static final long MILLI_NS = 1_000_000L;

  /** A little less than the three months of which trades, and bars of a second, are told. */
  private static final Duration TOLD = Duration.ofDays(88);

  OkxHistory(VenueSettings settings, HistoryHttp.Parts parts) {
    super(settings, new HistoryHttp(parts, 5, 5, Map.of()), Set.copyOf(Interval.KEPT), true);
  }

  @Override
  void bars(HistoryKey key, Interval interval, Pair pair, Span span, Pages pages)
      throws HistoryFetchException, InterruptedException {
    if (interval == Interval.SECOND) {
      requireTold(span);
    }
    Candles.fetch(
        http,
        key,
        span,
        pages,
        MOST,
        window ->
            URI.create(
                "%s/api/v5/market/history-candles?instId=%s&bar=%s&before=%d&after=%d&limit=%d"
                    .formatted(
                        settings.rest(),
                        pair,
                        bar(interval),
                        window.fromNs() / MILLI_NS - 1,
                        window.toNs() / MILLI_NS,
                        MOST)),
        OkxHistory::candles);
  }

  private void requireTold(Span span) throws HistoryFetchException {
    if (span.fromNs() < http.nowNs() - TOLD.toNanos()) {
      throw new HistoryFetchException("OKX tells this of the last three months only");
    }
  }

  private static String bar(Interval interval) {
    return switch (interval) {
      case HOUR -> "1H";
      case DAY -> "1Dutc";
      default -> interval.label();
    };
  }

  private static JsonNode data(JsonNode answer) throws RejectedFrameException {
    if (!answer.path("code").asText().equals("0")) {
      throw new RejectedFrameException(
          FrameFault.VENUE_ERROR, answer.path("code").asText() + " " + answer.path("msg").asText());
    }
    return FrameJson.array(answer, "data");
  }

  private static List<Candle> candles(JsonNode answer) throws RejectedFrameException {
    List<Candle> candles = new ArrayList<>();
    for (JsonNode row : data(answer)) {
      candles.add(Candle.of(row, MILLI_NS));
    }
    return candles;
  }

  @Override
  void trades(HistoryKey key, Pair pair, Span span, Pages pages)
      throws HistoryFetchException, InterruptedException {
    requireTold(span);
    VenueMarkets markets = new VenueMarkets(venue());
    String url =
        "%s/api/v5/market/history-trades?instId=%s&limit=%d".formatted(settings.rest(), pair, MOST);
    String byTime = "";
    ToldTrades.backwards(
        span,
        pages,
        byTime,
        before -> {
          String page =
              before.equals(byTime)
                  ? "&type=2&after=" + Math.ceilDiv(span.toNs(), MILLI_NS)
                  : "&type=1&after=" + before;
          return http.get(
              URI.create(url + page),
              pages,
              answer -> {
                List<Told> told = told(answer);
                return new Page(told, ToldTrades.trades(key, markets, told, span, http.nowNs()));
              });
        });
  }

  private List<Told> told(JsonNode answer) throws RejectedFrameException {
    List<Told> told = new ArrayList<>();
    for (JsonNode trade : data(answer)) {
      String side = FrameJson.text(trade, "side");
      if (!side.equals("buy") && !side.equals("sell")) {
        throw new RejectedFrameException(
            FrameFault.BAD_FIELD, "side must be buy or sell, was '" + side + "'");
      }
      long millis = Candles.time(FrameJson.field(trade, "ts"), 1);
      told.add(
          new Told(
              FrameJson.text(trade, "tradeId"),
              FeedTime.ofMillis(millis, http.nowNs()),
              FrameJson.decimal(trade, "px"),
              FrameJson.decimal(trade, "sz"),
              side.equals("buy") ? Side.BUY : Side.SELL));
    }
    return told;
  }
}

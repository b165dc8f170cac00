package io.ratel.adapters.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.history.Candles.Candle;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.history.fetch.HistoryFetchException;
import io.ratel.model.market.Interval;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bybit's fifth version, spot: {@code kline}; of trades it tells the newest few only. */
final class BybitHistory extends VenueHistory {
  private static final int MOST = 1_000;
  private static final long MILLI_NS = 1_000_000L;

  BybitHistory(VenueSettings settings, HistoryHttp.Parts parts) {
    super(settings, new HistoryHttp(parts, 5, 5, Map.of()), FROM_MINUTES, false);
  }

  @Override
  void bars(HistoryKey key, Interval interval, Pair pair, Span span, Pages pages)
      throws HistoryFetchException, InterruptedException {
    String name =
        interval == Interval.DAY ? "D" : Long.toString(interval.nanos() / 60_000_000_000L);
    Candles.fetch(
        http,
        key,
        span,
        pages,
        MOST,
        window ->
            URI.create(
                "%s/v5/market/kline?category=spot&symbol=%s%s&interval=%s&start=%d&end=%d&limit=%d"
                    .formatted(
                        settings.rest(),
                        pair.base(),
                        pair.quote(),
                        name,
                        window.fromNs() / MILLI_NS,
                        window.toNs() / MILLI_NS - 1,
                        MOST)),
        BybitHistory::candles);
  }

  private static List<Candle> candles(JsonNode answer) throws RejectedFrameException {
    if (answer.path("retCode").asInt(-1) != 0) {
      throw new RejectedFrameException(
          FrameFault.VENUE_ERROR,
          answer.path("retCode").asText() + " " + answer.path("retMsg").asText());
    }
    List<Candle> candles = new ArrayList<>();
    for (JsonNode row : FrameJson.array(FrameJson.field(answer, "result"), "list")) {
      candles.add(Candle.of(row, MILLI_NS));
    }
    return candles;
  }
}

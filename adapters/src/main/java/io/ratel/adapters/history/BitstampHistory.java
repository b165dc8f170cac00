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
import java.util.Locale;
import java.util.Map;

/** Bitstamp: {@code /api/v2/ohlc}; it tells no trades that are older than a day. */
final class BitstampHistory extends VenueHistory {
  private static final int MOST = 1_000;
  private static final long SECOND_NS = 1_000_000_000L;

  BitstampHistory(VenueSettings settings, HistoryHttp.Parts parts) {
    super(settings, new HistoryHttp(parts, 4, 5, Map.of()), FROM_MINUTES, false);
  }

  @Override
  void bars(HistoryKey key, Interval interval, Pair pair, Span span, Pages pages)
      throws HistoryFetchException, InterruptedException {
    String name = (pair.base() + pair.quote()).toLowerCase(Locale.ROOT);
    long step = interval.nanos() / SECOND_NS;
    Candles.fetch(
        http,
        key,
        span,
        pages,
        MOST,
        window ->
            URI.create(
                "%s/api/v2/ohlc/%s/?step=%d&limit=%d&start=%d&end=%d"
                    .formatted(
                        settings.rest(),
                        name,
                        step,
                        MOST,
                        window.fromNs() / SECOND_NS,
                        window.toNs() / SECOND_NS - step)),
        BitstampHistory::candles);
  }

  private static List<Candle> candles(JsonNode answer) throws RejectedFrameException {
    if (answer.has("error") || answer.has("code")) {
      throw new RejectedFrameException(FrameFault.VENUE_ERROR, answer.toString());
    }
    List<Candle> candles = new ArrayList<>();
    for (JsonNode row : FrameJson.array(FrameJson.field(answer, "data"), "ohlc")) {
      candles.add(
          new Candle(
              Candles.time(FrameJson.field(row, "timestamp"), SECOND_NS),
              FrameJson.decimal(row, "open"),
              FrameJson.decimal(row, "high"),
              FrameJson.decimal(row, "low"),
              FrameJson.decimal(row, "close"),
              FrameJson.decimal(row, "volume"),
              0));
    }
    return candles;
  }
}

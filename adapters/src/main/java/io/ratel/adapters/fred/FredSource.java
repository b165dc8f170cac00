package io.ratel.adapters.fred;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.polled.Days;
import io.ratel.adapters.polled.PolledRequest;
import io.ratel.adapters.polled.PolledSink;
import io.ratel.adapters.polled.PolledSource;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.instrument.Symbol;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads FRED's series, the newest values of each. A value of {@code .} is one that is missing, and
 * is left out.
 */
public final class FredSource implements PolledSource {
  /** The policy rate, consumer prices, M2 and the ten-year Treasury. */
  public static final List<String> DEFAULT = List.of("DFF", "CPIAUCSL", "M2SL", "DGS10");

  private static final int NEWEST = 1_000;

  private final URI url;
  private final String key;
  private final List<String> series;
  private final Duration every;

  /**
   * @param url such as {@code https://api.stlouisfed.org}
   * @param series ids, at most 100
   */
  public FredSource(URI url, String key, List<String> series, Duration every) {
    this.url = url;
    this.key = key;
    this.series = List.copyOf(series);
    this.every = every;
  }

  @Override
  public String kind() {
    return "fred";
  }

  @Override
  public Set<Symbol> symbols() {
    return Set.of();
  }

  @Override
  public List<PolledRequest> requests(Instant now) {
    return series.stream().map(this::request).toList();
  }

  private PolledRequest request(String id) {
    return PolledRequest.get(
        id,
        url.resolve(
            ("/fred/series/observations?series_id=%s&file_type=json"
                    + "&sort_order=desc&limit=%d&api_key=%s")
                .formatted(
                    URLEncoder.encode(id, StandardCharsets.UTF_8),
                    NEWEST,
                    URLEncoder.encode(key, StandardCharsets.UTF_8))));
  }

  @Override
  public Duration pause() {
    return every;
  }

  @Override
  public void read(PolledRequest request, Frame answer, PolledSink sink)
      throws RejectedFrameException {
    JsonNode document = FrameJson.parse(answer.text());
    if (document.has("error_message")) {
      throw new RejectedFrameException(
          FrameFault.VENUE_ERROR, FrameJson.text(document, "error_message"));
    }
    SeriesKey series = new SeriesKey(SeriesKind.OBSERVATION, "FRED", request.about(), "US");
    List<Observation> values = new ArrayList<>();
    for (JsonNode row : FrameJson.array(document, "observations")) {
      String value = FrameJson.text(row, "value");
      if (!value.equals(".")) {
        values.add(
            new Observation(
                series,
                Days.ofIso(FrameJson.text(row, "date")),
                FrameJson.number(value),
                answer.localTimeNs()));
      }
    }
    sink.onObservations(values);
  }
}

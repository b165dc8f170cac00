package io.ratel.adapters.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.polled.Days;
import io.ratel.adapters.polled.PolledRequest;
import io.ratel.adapters.polled.PolledSink;
import io.ratel.adapters.polled.PolledSource;
import io.ratel.adapters.polled.Tickers;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code TIME_SERIES_DAILY}: the last hundred days. What it refuses it says in a document that
 * comes with status 200: {@code Error Message}, or {@code Note} and {@code Information} when it was
 * asked too often.
 */
public final class AlphaVantageSource implements PolledSource {
  /** Before the colon of its symbols. */
  public static final String VENUE = "ALPHAVANTAGE";

  private static final List<String> REFUSALS = List.of("Error Message", "Note", "Information");

  private final URI url;
  private final String key;
  private final Tickers tickers;
  private final Duration every;
  private final VenueMarkets markets = new VenueMarkets(VENUE);

  /**
   * @param url such as {@code https://www.alphavantage.co}
   */
  public AlphaVantageSource(URI url, String key, List<String> tickers, Duration every) {
    this.url = url;
    this.key = key;
    this.tickers = new Tickers(VENUE, tickers);
    this.every = every;
  }

  @Override
  public String kind() {
    return "alphavantage";
  }

  @Override
  public Set<Symbol> symbols() {
    return tickers.symbols();
  }

  @Override
  public List<PolledRequest> requests(Instant now) {
    return tickers.requests(
        url,
        name ->
            "/query?function=TIME_SERIES_DAILY&symbol=%s&apikey=%s"
                .formatted(name, Tickers.encoded(key)));
  }

  @Override
  public Duration pause() {
    return every;
  }

  /** Five a minute, which is what a free key may. */
  @Override
  public double requestsPerSecond() {
    return 5.0 / 60;
  }

  @Override
  public void read(PolledRequest request, Frame answer, PolledSink sink)
      throws RejectedFrameException {
    JsonNode document = FrameJson.parse(answer.text());
    for (String refusal : REFUSALS) {
      if (document.has(refusal)) {
        throw new RejectedFrameException(
            FrameFault.VENUE_ERROR, FrameJson.text(document, refusal).replace(key, "…"));
      }
    }
    JsonNode days = FrameJson.field(document, "Time Series (Daily)");
    List<Bar> bars = new ArrayList<>();
    for (Map.Entry<String, JsonNode> day : days.properties()) {
      bars.add(bar(tickers.symbol(request.about()), day.getKey(), day.getValue()));
    }
    bars.sort(Comparator.comparingLong(Bar::timeNs));
    sink.onBars(bars);
  }

  private Bar bar(Symbol symbol, String day, JsonNode row) throws RejectedFrameException {
    VenueMarkets.Values values =
        markets.read(
            symbol,
            List.of(
                FrameJson.decimal(row, "1. open"),
                FrameJson.decimal(row, "2. high"),
                FrameJson.decimal(row, "3. low"),
                FrameJson.decimal(row, "4. close")),
            List.of(FrameJson.decimal(row, "5. volume")));
    long[] prices = values.prices();
    return new Bar(
        values.market(),
        Interval.DAY,
        Days.ofIso(day),
        prices[0],
        prices[1],
        prices[2],
        prices[3],
        values.quantities()[0],
        0);
  }
}

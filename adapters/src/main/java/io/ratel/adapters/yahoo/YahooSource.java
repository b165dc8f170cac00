package io.ratel.adapters.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.polled.PolledRequest;
import io.ratel.adapters.polled.PolledSink;
import io.ratel.adapters.polled.PolledSource;
import io.ratel.adapters.polled.Tickers;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Minute bars of the last day, and the last price as a quote of no quantity. Yahoo's prices are
 * single-precision numbers with their noise ({@code 189.6999969482422}); they are rounded, half
 * even, to the decimals that {@code priceHint} says, or to four.
 */
public final class YahooSource implements PolledSource {
  /** Before the colon of its symbols. */
  public static final String VENUE = "YAHOO";

  private static final int USUAL_DECIMALS = 4;
  private static final int MOST_DECIMALS = 8;

  private final URI url;
  private final Tickers tickers;
  private final Duration every;
  private final VenueMarkets markets = new VenueMarkets(VENUE);

  /**
   * @param url such as {@code https://query1.finance.yahoo.com}
   * @param tickers in Yahoo's spelling, such as {@code AAPL} or {@code BTC-USD}
   */
  public YahooSource(URI url, List<String> tickers, Duration every) {
    this.url = url;
    this.tickers = new Tickers(VENUE, tickers);
    this.every = every;
  }

  @Override
  public String kind() {
    return "yahoo";
  }

  @Override
  public Set<Symbol> symbols() {
    return tickers.symbols();
  }

  @Override
  public List<PolledRequest> requests(Instant now) {
    return tickers.requests(url, name -> "/v8/finance/chart/" + name + "?interval=1m&range=1d");
  }

  @Override
  public Duration pause() {
    return every;
  }

  @Override
  public void read(PolledRequest request, Frame answer, PolledSink sink)
      throws RejectedFrameException {
    JsonNode chart = FrameJson.field(FrameJson.parse(answer.text()), "chart");
    JsonNode error = chart.path("error");
    if (!error.isMissingNode() && !error.isNull()) {
      throw new RejectedFrameException(
          FrameFault.VENUE_ERROR, error.path("description").asText(error.toString()));
    }
    JsonNode results = FrameJson.array(chart, "result");
    if (results.isEmpty()) {
      throw new RejectedFrameException(FrameFault.MISSING_FIELD, "chart.result is empty");
    }
    JsonNode result = results.get(0);
    JsonNode meta = FrameJson.field(result, "meta");
    String told = FrameJson.text(meta, "symbol");
    if (!told.equalsIgnoreCase(request.about())) {
      throw new RejectedFrameException(
          FrameFault.BAD_SYMBOL, "asked for " + request.about() + ", was told of " + told);
    }
    Symbol symbol = tickers.symbol(told);
    int decimals = Math.clamp(meta.path("priceHint").asInt(USUAL_DECIMALS), 0, MOST_DECIMALS);
    List<Bar> bars = bars(symbol, result, decimals, answer.localTimeNs());
    String price = rounded(FrameJson.field(meta, "regularMarketPrice"), decimals);
    long timeNs =
        FeedTime.ofSeconds(
            Long.toString(FrameJson.count(meta, "regularMarketTime")), answer.localTimeNs());
    VenueMarkets.Values last = markets.read(symbol, List.of(price, price), List.of("0", "0"));
    sink.onBars(bars);
    sink.onQuote(last.quote(timeNs, answer.localTimeNs()));
  }

  /** A minute without a trade is told as nulls, and left out. */
  private List<Bar> bars(Symbol symbol, JsonNode result, int decimals, long localTimeNs)
      throws RejectedFrameException {
    List<Bar> bars = new ArrayList<>();
    if (!result.has("timestamp")) {
      return bars; // nothing was traded in the day
    }
    JsonNode times = FrameJson.array(result, "timestamp");
    JsonNode quote = FrameJson.field(result, "indicators").path("quote").path(0);
    JsonNode[] columns = {
      FrameJson.array(quote, "open"),
      FrameJson.array(quote, "high"),
      FrameJson.array(quote, "low"),
      FrameJson.array(quote, "close"),
      FrameJson.array(quote, "volume")
    };
    for (int i = 0; i < times.size(); i++) {
      List<String> prices = new ArrayList<>();
      for (int column = 0; column < 4; column++) {
        JsonNode value = columns[column].path(i);
        if (value.isNumber()) {
          prices.add(rounded(value, decimals));
        }
      }
      if (prices.size() < 4) {
        continue;
      }
      JsonNode volume = columns[4].path(i);
      VenueMarkets.Values values =
          markets.read(
              symbol, prices, List.of(volume.isNumber() ? FrameJson.decimal(volume) : "0"));
      long timeNs = FeedTime.ofSeconds(times.get(i).asText(), localTimeNs);
      long[] p = values.prices();
      bars.add(
          new Bar(
              values.market(),
              Interval.MINUTE,
              Interval.MINUTE.floor(timeNs),
              p[0],
              Math.max(p[1], Math.max(p[0], p[3])),
              Math.min(p[2], Math.min(p[0], p[3])),
              p[3],
              values.quantities()[0],
              0));
    }
    return bars;
  }

  private static String rounded(JsonNode number, int decimals) throws RejectedFrameException {
    return new BigDecimal(FrameJson.plain(number))
        .setScale(decimals, RoundingMode.HALF_EVEN)
        .toPlainString();
  }
}

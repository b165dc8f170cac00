package io.ratel.adapters.iex;

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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Best bid and ask with their sizes; where there is none, the latest price with no quantity. */
public final class IexSource implements PolledSource {
  private final URI url;
  private final String token;
  private final Tickers tickers;
  private final Duration every;
  private final VenueMarkets markets;

  /**
   * @param venue before the colon of its symbols
   * @param url to which {@code /stable/stock/…} is added
   */
  public IexSource(String venue, URI url, String token, List<String> tickers, Duration every) {
    this.url = url;
    this.token = token;
    this.tickers = new Tickers(venue, tickers);
    this.every = every;
    this.markets = new VenueMarkets(venue);
  }

  @Override
  public String kind() {
    return "iex";
  }

  @Override
  public Set<Symbol> symbols() {
    return tickers.symbols();
  }

  @Override
  public List<PolledRequest> requests(Instant now) {
    return tickers.requests(
        url, name -> "/stable/stock/%s/quote?token=%s".formatted(name, Tickers.encoded(token)));
  }

  @Override
  public Duration pause() {
    return every;
  }

  @Override
  public void read(PolledRequest request, Frame answer, PolledSink sink)
      throws RejectedFrameException {
    JsonNode quote = FrameJson.parse(answer.text());
    String told = FrameJson.text(quote, "symbol");
    if (!told.equalsIgnoreCase(request.about())) {
      throw new RejectedFrameException(
          FrameFault.BAD_SYMBOL, "asked for " + request.about() + ", was told of " + told);
    }
    boolean sized = quote.path("iexBidPrice").isNumber() && quote.path("iexAskPrice").isNumber();
    List<String> prices =
        sized
            ? List.of(
                FrameJson.decimal(quote, "iexBidPrice"), FrameJson.decimal(quote, "iexAskPrice"))
            : List.of(
                FrameJson.decimal(quote, "latestPrice"), FrameJson.decimal(quote, "latestPrice"));
    List<String> sizes =
        sized
            ? List.of(
                FrameJson.decimal(quote, "iexBidSize"), FrameJson.decimal(quote, "iexAskSize"))
            : List.of("0", "0");
    long timeNs = FeedTime.ofMillis(FrameJson.count(quote, "latestUpdate"), answer.localTimeNs());
    sink.onQuote(
        markets.read(tickers.symbol(told), prices, sizes).quote(timeNs, answer.localTimeNs()));
  }
}

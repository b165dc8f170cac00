package io.ratel.adapters.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.live.LiveFeeds;
import io.ratel.adapters.live.VenueKind;
import io.ratel.adapters.venue.FeedClock;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.history.fetch.HistoryFetcher;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** The histories of the venues that are followed, at the same addresses and with the same keys. */
public final class VenueHistories implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final List<HistoryFetcher> fetchers;

  /**
   * @param clock what they wait by; stays the caller's
   */
  public VenueHistories(List<LiveFeeds.Wanted> venues, FeedClock clock, RandomGenerator random) {
    HistoryHttp.Parts parts = new HistoryHttp.Parts(http, clock, random);
    this.fetchers =
        venues.stream().map(venue -> of(venue.kind(), venue.settings(), parts)).toList();
  }

  /** Each of another venue. */
  public List<HistoryFetcher> fetchers() {
    return fetchers;
  }

  static HistoryFetcher of(VenueKind kind, VenueSettings settings, HistoryHttp.Parts parts) {
    return switch (kind) {
      case BINANCE -> new BinanceHistory(settings, parts);
      case COINBASE -> new CoinbaseHistory(settings, parts);
      case KRAKEN -> new KrakenHistory(settings, parts);
      case BITSTAMP -> new BitstampHistory(settings, parts);
      case OKX -> new OkxHistory(settings, parts);
      case BYBIT -> new BybitHistory(settings, parts);
    };
  }

  static void requireArray(JsonNode answer) throws RejectedFrameException {
    if (!answer.isArray()) {
      throw new RejectedFrameException(FrameFault.BAD_FIELD, "must be an array, was " + answer);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}

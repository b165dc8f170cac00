package io.ratel.adapters.binance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenuePace;
import io.ratel.adapters.venue.VenueProtocol;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.marketdata.feed.FeedReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Binance's spot streams, and those of its sister venues at other addresses. The server pings every
 * 20 seconds; at most five messages a second are taken from a client, and a book of 1,000 levels
 * costs 50 of the 6,000 request weights of a minute.
 */
public final class BinanceProtocol extends VenueProtocol {
  private static final int PAIRS_A_MESSAGE = 20;

  private static final VenuePace PACE =
      new VenuePace(4, 4, 1, 5, Duration.ofMinutes(3), Duration.ofSeconds(60), Duration.ZERO);

  public BinanceProtocol(VenueSettings settings) {
    super("binance", settings, PACE);
  }

  /** The combined streams, where each message tells its stream. */
  @Override
  public URI socket() {
    String path = settings.socket().getPath();
    return path.isEmpty() || path.equals("/")
        ? settings.socket().resolve("/stream")
        : settings.socket();
  }

  @Override
  public FeedReader reader() {
    return new BinanceReader(settings.name(), settings.pairs());
  }

  @Override
  public List<String> subscriptions(long epochNs) {
    List<String> messages = new ArrayList<>();
    List<Pair> pairs = settings.pairs();
    for (int from = 0; from < pairs.size(); from += PAIRS_A_MESSAGE) {
      ArrayNode streams = JsonNodeFactory.instance.arrayNode();
      for (Pair pair : pairs.subList(from, Math.min(pairs.size(), from + PAIRS_A_MESSAGE))) {
        String name = name(pair).toLowerCase(Locale.ROOT);
        streams.add(name + "@trade").add(name + "@bookTicker").add(name + "@depth@100ms");
      }
      messages.add(
          JsonNodeFactory.instance
              .objectNode()
              .put("method", "SUBSCRIBE")
              .put("id", messages.size() + 1)
              .set("params", streams)
              .toString());
    }
    return messages;
  }

  @Override
  public Resync resync(Pair pair, long epochNs) {
    return new Resync.Fetch(
        URI.create(
            settings.rest() + "/api/v3/depth?symbol=" + name(pair) + "&limit=" + settings.depth()));
  }

  private static String name(Pair pair) {
    return pair.base() + pair.quote();
  }

  @Override
  public boolean isFarewell(String text) {
    return text.length() < 200 && text.contains("\"serverShutdown\"");
  }
}

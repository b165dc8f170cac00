package io.ratel.adapters.bitstamp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Optional;

/**
 * Bitstamp's second version. A change of a book does not name the one before it, so the book is
 * asked for anew every ten minutes.
 */
public final class BitstampProtocol extends VenueProtocol {
  private static final VenuePace PACE =
      new VenuePace(
          10, 20, 2, 4, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(10));

  public BitstampProtocol(VenueSettings settings) {
    super("bitstamp", settings, PACE);
  }

  @Override
  public FeedReader reader() {
    return new BitstampReader(settings.name(), settings.pairs());
  }

  @Override
  public List<String> subscriptions(long epochNs) {
    List<String> messages = new ArrayList<>();
    for (Pair pair : settings.pairs()) {
      for (String channel : List.of("diff_order_book_", "live_trades_")) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("event", "bts:subscribe");
        message.putObject("data").put("channel", channel + name(pair));
        messages.add(message.toString());
      }
    }
    return messages;
  }

  @Override
  public Resync resync(Pair pair, long epochNs) {
    return new Resync.Fetch(URI.create(settings.rest() + "/api/v2/order_book/" + name(pair) + "/"));
  }

  private static String name(Pair pair) {
    return (pair.base() + pair.quote()).toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<String> ping() {
    return Optional.of("{\"event\":\"bts:heartbeat\"}");
  }

  @Override
  public boolean isFarewell(String text) {
    return text.length() < 200 && text.contains("\"bts:request_reconnect\"");
  }
}

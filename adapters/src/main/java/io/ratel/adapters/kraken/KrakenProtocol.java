package io.ratel.adapters.kraken;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenuePace;
import io.ratel.adapters.venue.VenueProtocol;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.marketdata.feed.FeedReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Kraken's first version, which says {@code heartbeat} each second when nothing else happens. The
 * checksum is over the ten best levels, so a book is asked for anew every half hour for the others.
 */
public final class KrakenProtocol extends VenueProtocol {
  private static final int[] DEPTHS = {10, 25, 100, 500, 1_000};

  private static final VenuePace PACE =
      new VenuePace(
          2, 10, 1, 3, Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofMinutes(30));

  public KrakenProtocol(VenueSettings settings) {
    super("kraken", settings, PACE);
  }

  @Override
  public FeedReader reader() {
    return new KrakenReader(settings.name());
  }

  @Override
  public List<String> subscriptions(long epochNs) {
    return List.of(
        message("subscribe", settings.pairs(), "trade"),
        message("subscribe", settings.pairs(), "spread"),
        message("subscribe", settings.pairs(), "book"));
  }

  @Override
  public Resync resync(Pair pair, long epochNs) {
    List<Pair> one = List.of(pair);
    return new Resync.Send(
        List.of(message("unsubscribe", one, "book"), message("subscribe", one, "book")));
  }

  private String message(String event, List<Pair> pairs, String channel) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("event", event);
    ArrayNode names = message.putArray("pair");
    pairs.forEach(pair -> names.add(asset(pair.base()) + "/" + asset(pair.quote())));
    ObjectNode subscription = message.putObject("subscription").put("name", channel);
    if (channel.equals("book")) {
      subscription.put(
          "depth",
          IntStream.of(DEPTHS)
              .filter(depth -> depth >= settings.depth())
              .findFirst()
              .orElseThrow());
    }
    return message.toString();
  }

  /** Names that the first version has kept. */
  private static String asset(String name) {
    return switch (name) {
      case "BTC" -> "XBT";
      case "DOGE" -> "XDG";
      default -> name;
    };
  }

  @Override
  public Optional<String> ping() {
    return Optional.of("{\"event\":\"ping\"}");
  }
}

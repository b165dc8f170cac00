package io.ratel.adapters.bybit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenuePace;
import io.ratel.adapters.venue.VenueProtocol;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.marketdata.feed.FeedReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Bybit's fifth version, spot. It wants a ping every 20 seconds, and ten topics a message at most.
 */
public final class BybitProtocol extends VenueProtocol {
  private static final int[] DEPTHS = {50, 200, 1_000};
  private static final int TOPICS_A_MESSAGE = 9; // three of each pair

  private static final VenuePace PACE =
      new VenuePace(4, 10, 1, 3, Duration.ofSeconds(20), Duration.ofSeconds(45), Duration.ZERO);

  public BybitProtocol(VenueSettings settings) {
    super("bybit", settings, PACE);
  }

  @Override
  public FeedReader reader() {
    return new BybitReader(settings.name(), settings.pairs());
  }

  @Override
  public List<String> subscriptions(long epochNs) {
    List<String> topics = new ArrayList<>();
    for (Pair pair : settings.pairs()) {
      topics.add("publicTrade." + name(pair));
      topics.add("orderbook.1." + name(pair));
      topics.add(book(pair));
    }
    List<String> messages = new ArrayList<>();
    for (int from = 0; from < topics.size(); from += TOPICS_A_MESSAGE) {
      messages.add(
          message(
              "subscribe", topics.subList(from, Math.min(topics.size(), from + TOPICS_A_MESSAGE))));
    }
    return messages;
  }

  @Override
  public Resync resync(Pair pair, long epochNs) {
    List<String> topic = List.of(book(pair));
    return new Resync.Send(List.of(message("unsubscribe", topic), message("subscribe", topic)));
  }

  private String book(Pair pair) {
    int depth =
        IntStream.of(DEPTHS).filter(least -> least >= settings.depth()).findFirst().orElseThrow();
    return "orderbook." + depth + "." + name(pair);
  }

  private static String name(Pair pair) {
    return pair.base() + pair.quote();
  }

  private static String message(String operation, List<String> topics) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("op", operation);
    ArrayNode args = message.putArray("args");
    topics.forEach(args::add);
    return message.toString();
  }

  @Override
  public Optional<String> ping() {
    return Optional.of("{\"op\":\"ping\"}");
  }
}

package io.ratel.adapters.okx;

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

/**
 * OKX's fifth version. It ends a connection on which nothing was said for 30 seconds, and answers
 * {@code ping} with {@code pong}; 480 subscriptions an hour are allowed. The channel {@code books}
 * has 400 levels, whatever depth was wanted.
 */
public final class OkxProtocol extends VenueProtocol {
  private static final int PAIRS_A_MESSAGE = 50;

  private static final VenuePace PACE =
      new VenuePace(2, 6, 1, 3, Duration.ofSeconds(20), Duration.ofSeconds(45), Duration.ZERO);

  public OkxProtocol(VenueSettings settings) {
    super("okx", settings, PACE);
  }

  @Override
  public FeedReader reader() {
    return new OkxReader(settings.name());
  }

  @Override
  public List<String> subscriptions(long epochNs) {
    List<String> messages = new ArrayList<>();
    List<Pair> pairs = settings.pairs();
    for (int from = 0; from < pairs.size(); from += PAIRS_A_MESSAGE) {
      messages.add(
          message(
              "subscribe",
              pairs.subList(from, Math.min(pairs.size(), from + PAIRS_A_MESSAGE)),
              List.of("trades", "tickers", "books")));
    }
    return messages;
  }

  @Override
  public Resync resync(Pair pair, long epochNs) {
    List<Pair> one = List.of(pair);
    List<String> books = List.of("books");
    return new Resync.Send(
        List.of(message("unsubscribe", one, books), message("subscribe", one, books)));
  }

  private static String message(String operation, List<Pair> pairs, List<String> channels) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("op", operation);
    ArrayNode args = message.putArray("args");
    for (Pair pair : pairs) {
      channels.forEach(
          channel -> args.addObject().put("channel", channel).put("instId", pair.toString()));
    }
    return message.toString();
  }

  @Override
  public Optional<String> ping() {
    return Optional.of("ping");
  }
}

package io.ratel.adapters.coinbase;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenuePace;
import io.ratel.adapters.venue.VenueProtocol;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.marketdata.feed.FeedReader;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Coinbase Exchange. The channel {@code level2} is for those with a key; {@code level2_batch} tells
 * everyone the same in batches of 50 ms. The channel {@code heartbeat} says something each second.
 * The changes of a book have no numbers, so it is asked for anew every ten minutes.
 */
public final class CoinbaseProtocol extends VenueProtocol {
  private static final VenuePace PACE =
      new VenuePace(
          4, 8, 1, 3, Duration.ofMinutes(3), Duration.ofSeconds(15), Duration.ofMinutes(10));

  public CoinbaseProtocol(VenueSettings settings) {
    super("coinbase", settings, PACE);
  }

  @Override
  public FeedReader reader() {
    return new CoinbaseReader(settings.name());
  }

  @Override
  public List<String> subscriptions(long epochNs) {
    return List.of(
        message("subscribe", settings.pairs(), List.of("heartbeat", "matches", "ticker"))
            .toString(),
        books("subscribe", settings.pairs(), epochNs));
  }

  @Override
  public Resync resync(Pair pair, long epochNs) {
    List<Pair> one = List.of(pair);
    return new Resync.Send(
        List.of(books("unsubscribe", one, epochNs), books("subscribe", one, epochNs)));
  }

  private String books(String type, List<Pair> pairs, long epochNs) {
    String channel = settings.keys().isPresent() ? "level2" : "level2_batch";
    ObjectNode message = message(type, pairs, List.of(channel));
    settings.keys().ifPresent(keys -> sign(message, keys, epochNs / 1_000_000_000));
    return message.toString();
  }

  private static ObjectNode message(String type, List<Pair> pairs, List<String> channels) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", type);
    ArrayNode products = message.putArray("product_ids");
    pairs.forEach(pair -> products.add(pair.toString()));
    ArrayNode names = message.putArray("channels");
    channels.forEach(names::add);
    return message;
  }

  /** As a request to {@code GET /users/self/verify} is signed. */
  private static void sign(ObjectNode message, VenueSettings.Keys keys, long seconds) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(keys.secret()), "HmacSHA256"));
      byte[] signature =
          mac.doFinal((seconds + "GET/users/self/verify").getBytes(StandardCharsets.UTF_8));
      message
          .put("signature", Base64.getEncoder().encodeToString(signature))
          .put("key", keys.key())
          .put("passphrase", keys.passphrase())
          .put("timestamp", Long.toString(seconds));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  @Override
  public String withoutSecrets(String message) {
    return message.replaceAll("\"(signature|key|passphrase)\":\"[^\"]*\"", "\"$1\":\"…\"");
  }
}

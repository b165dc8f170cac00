package io.ratel.adapters.venue;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What one venue's feed is told.
 *
 * @param name as it is to stand before the colon of its symbols
 * @param socket where its WebSocket listens
 * @param rest where its requests go, without a slash at the end
 * @param depth levels a side that are wanted; the venue's next larger one is asked for
 */
public record VenueSettings(
    String name, URI socket, URI rest, List<Pair> pairs, int depth, Optional<Keys> keys) {
  /** As many levels a side as a book can have. */
  public static final int MAX_DEPTH = 1_000;

  /** As many pairs as one connection carries. */
  public static final int MAX_PAIRS = 200;

  public VenueSettings {
    if (pairs.isEmpty() || pairs.size() > MAX_PAIRS) {
      throw new IllegalArgumentException(
          "pairs of " + name + " must be 1 to " + MAX_PAIRS + ", were " + pairs.size());
    }
    if (depth < 1 || depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "depth of " + name + " must be from 1 to " + MAX_DEPTH + ", was " + depth);
    }
    pairs = List.copyOf(pairs);
    pairs.forEach(pair -> pair.at(name)); // each must make a symbol
  }

  /** What proves to a venue who asks. */
  public record Keys(String key, String secret, String passphrase) {
    /** Leaves the secrets out. */
    @Override
    public String toString() {
      return "Keys[" + key + "]";
    }
  }
}

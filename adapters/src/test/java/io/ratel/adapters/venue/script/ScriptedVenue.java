package io.ratel.adapters.venue.script;

import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenueProtocol;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * One book of a venue, and the frames that tell of it. Prices have one decimal and quantities two;
 * change {@code n} happens {@code n} milliseconds after {@link #START_NS}. Not thread-safe.
 */
public abstract class ScriptedVenue {
  /** When the book begins. */
  public static final long START_NS =
      Instant.parse("2026-01-05T10:00:00Z").getEpochSecond() * 1_000_000_000L;

  public static final long STEP_NS = 1_000_000L;
  private static final int LEVELS = 30;
  private static final int MIDDLE = 100_000;

  /** One level that changed; quantity 0 takes it away. */
  protected record Change(Side side, int price, int quantity) {
    String json() {
      return "[\"" + decimal(price, 1) + "\",\"" + decimal(quantity, 2) + "\"]";
    }
  }

  protected final TreeMap<Integer, Integer> bids = new TreeMap<>(Comparator.reverseOrder());
  protected final TreeMap<Integer, Integer> asks = new TreeMap<>();
  protected long number = 100;

  protected ScriptedVenue() {
    for (int i = 1; i <= LEVELS; i++) {
      bids.put(MIDDLE - i, 100 * i);
      asks.put(MIDDLE + i, 110 * i);
    }
  }

  /** The book as it is now: the sides, best first, as {@code price x quantity}. */
  public final List<String> state(int depth) {
    return Stream.concat(side("b", bids, depth), side("a", asks, depth)).toList();
  }

  private static java.util.stream.Stream<String> side(
      String name, SortedMap<Integer, Integer> side, int depth) {
    return side.entrySet().stream()
        .limit(depth)
        .map(level -> name + level.getKey() + "x" + level.getValue());
  }

  /** Changes one level by chance and tells it. */
  public final String change(RandomGenerator random) {
    number++;
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    // Near the best levels mostly, else beyond what Kraken's and what OKX's sums are over: few
    // levels of each, so that they change again and again.
    int[] zones = {0, 0, 10, 26};
    int away = 1 + zones[random.nextInt(zones.length)] + random.nextInt(3);
    TreeMap<Integer, Integer> levels = side == Side.BUY ? bids : asks;
    int price = side == Side.BUY ? MIDDLE - away : MIDDLE + away;
    boolean taken = levels.containsKey(price) && levels.size() > 12 && random.nextInt(3) == 0;
    int quantity = taken ? 0 : 1 + random.nextInt(50_000);
    if (taken) {
      levels.remove(price);
    } else {
      levels.put(price, quantity);
    }
    return change(new Change(side, price, quantity));
  }

  protected final long timeNs() {
    return START_NS + number * STEP_NS;
  }

  protected final long timeMs() {
    return timeNs() / 1_000_000;
  }

  protected static String json(Map<Integer, Integer> side) {
    return String.join(
        ",",
        side.entrySet().stream()
            .map(level -> new Change(Side.BUY, level.getKey(), level.getValue()).json())
            .toList());
  }

  protected static String of(Change change, Side side) {
    return change.side() == side ? change.json() : "";
  }

  /** In digits with so many decimals, those that are zero included. */
  protected static String decimal(int value, int decimals) {
    return BigDecimal.valueOf(value, decimals).toPlainString();
  }

  public final Symbol symbol(String venue) {
    return pair().at(venue);
  }

  public abstract Pair pair();

  public abstract VenueProtocol protocol(String name, URI socket, URI rest);

  /** The whole book, as a frame of the socket or as the answer to a request. */
  public abstract String whole();

  /** The URL that the whole book answers, empty where it comes over the socket. */
  public abstract Optional<String> wholeUrl();

  /** The URL of the socket, as in a recording. */
  public abstract String socketUrl();

  protected abstract String change(Change change);

  /** A trade. */
  public abstract String trade(int id);

  /** A trade of another market, which nobody asked for. */
  public abstract String strangeTrade();

  /** What the venue says to a message; the whole book where the message asks for it. */
  public abstract List<String> answers(String message);

  /** Levels of each side for which the venue's rule speaks when changes are dropped; 0 for none. */
  public abstract int provenDepth();
}

package io.ratel.security.token;

import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The keys of tokens, which replace each other. A new one is published an hour before it signs, so
 * that whoever keeps the published set for a while knows it in time; an old one is checked with
 * until the longest token that it may have signed is over, and then destroyed. Nodes of a fleet
 * share one store, in which one of them adds. Safe for any thread; somebody calls {@link #tick}
 * every minute or so.
 */
public final class RotatingKeys implements PublicKeys, Supplier<TokenKeys> {
  /** How long a key is published before it signs: nobody may keep the set for longer. */
  public static final Duration AHEAD = Duration.ofHours(1);

  /** How long a key signs unless told otherwise. */
  public static final Duration STANDARD = Duration.ofDays(30);

  private static final Duration SHORTEST = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  /**
   * One of the keys.
   *
   * @param signsFrom when it begins to sign, until the next one does
   */
  public record Published(String id, ECPublicKey publicKey, Instant signsFrom) {}

  /** Where the keys of a fleet are. Safe for any thread; calls may block. */
  public interface Store {
    List<Published> all();

    /** The pair of one that is there. */
    TokenKeys open(String id);

    /**
     * Adds a pair, unless there is one that signs from later on.
     *
     * @return whether it was added: of two nodes at once it is one
     */
    boolean add(TokenKeys keys, Instant signsFrom, Instant noneAfter);

    /** Destroys a pair; again changes nothing. */
    void remove(String id);
  }

  private record Known(List<Published> byBegin, Map<String, ECPublicKey> byId, TokenKeys signing) {}

  private final Store store;
  private final Duration every;
  private final InstantSource clock;
  private final Supplier<TokenKeys> fresh;
  private volatile Known known;

  /**
   * Reads the keys, or makes the first.
   *
   * @param every how long a key signs: 1 to 365 days
   */
  public RotatingKeys(Store store, Duration every, InstantSource clock) {
    this(store, every, clock, TokenKeys::generate);
  }

  /**
   * @param fresh makes pairs; the first may be one that there was before
   */
  public RotatingKeys(Store store, Duration every, InstantSource clock, Supplier<TokenKeys> fresh) {
    requireDays(every);
    this.store = store;
    this.every = every;
    this.clock = clock;
    this.fresh = fresh;
    if (store.all().isEmpty()) {
      store.add(fresh.get(), clock.instant(), Instant.EPOCH);
    }
    this.known = read(Optional.empty());
    tick();
  }

  /**
   * @throws IllegalArgumentException when it is not 1 to 365 days
   */
  public static void requireDays(Duration every) {
    if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "the rotation of token keys must be 1 to 365 days, was " + every.toHours() + " hours");
    }
  }

  private Known read(Optional<Known> before) {
    List<Published> all =
        store.all().stream().sorted(Comparator.comparing(Published::signsFrom)).toList();
    Map<String, ECPublicKey> byId = new LinkedHashMap<>();
    all.forEach(key -> byId.put(key.id(), key.publicKey()));
    String id = signing(all).id();
    TokenKeys pair =
        before
            .map(Known::signing)
            .filter(old -> old.id().equals(id))
            .orElseGet(() -> store.open(id));
    return new Known(all, Map.copyOf(byId), pair);
  }

  /** The newest that has begun; the first, should clocks differ so much that none has. */
  private Published signing(List<Published> byBegin) {
    Instant now = clock.instant();
    return byBegin.reversed().stream()
        .filter(key -> !key.signsFrom().isAfter(now))
        .findFirst()
        .orElseGet(byBegin::getFirst);
  }

  /** Adds what is due, destroys what is over, and learns what other nodes have done. */
  public void tick() {
    known = read(Optional.of(known));
    Instant now = clock.instant();
    Instant newest = known.byBegin().getLast().signsFrom();
    Instant due = newest.plus(every);
    if (!now.isBefore(due.minus(AHEAD))) {
      Instant ahead = now.plus(AHEAD);
      store.add(fresh.get(), due.isBefore(ahead) ? ahead : due, newest);
      known = read(Optional.of(known));
    }
    List<Published> all = known.byBegin();
    for (int i = 0; i + 1 < all.size(); i++) {
      Instant over = all.get(i + 1).signsFrom().plus(TokenKind.MAX_LIFETIME).plus(CLOCK_SKEW);
      if (now.isAfter(over)) {
        store.remove(all.get(i).id());
      }
    }
  }

  /** The pair that signs now. */
  @Override
  public TokenKeys get() {
    return known.signing();
  }

  @Override
  public Optional<ECPublicKey> byId(String id) {
    return Optional.ofNullable(known.byId().get(id));
  }

  /** What is told to everybody: those that signed, sign and are about to. */
  public Map<String, ECPublicKey> published() {
    return known.byId();
  }
}

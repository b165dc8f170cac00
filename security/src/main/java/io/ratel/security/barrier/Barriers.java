package io.ratel.security.barrier;

import io.ratel.security.barrier.Barrier.Kind;
import io.ratel.security.token.Claims;
import io.ratel.security.token.TokenKind;
import io.ratel.security.token.TokenVerifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What one node knows of barriers. Safe for any thread; only {@link #raise} blocks. */
public final class Barriers {
  /** As long as a token can live on any node's clock. */
  public static final Duration KEPT =
      TokenKind.MAX_LIFETIME.plus(TokenVerifier.SKEW.multipliedBy(2));

  /** What was heard longer ago may not be all there is. */
  private static final long CURRENT_NS = 1_000_000_000L;

  private record Key(Kind kind, String subject) {}

  private final Map<Key, Instant> raised = new ConcurrentHashMap<>();
  private final List<Consumer<Barrier>> listeners = new CopyOnWriteArrayList<>();
  private final BarrierStore store;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private volatile long confirmedNs;

  /**
   * @param nanos as {@link System#nanoTime}
   */
  public Barriers(BarrierStore store, InstantSource clock, LongSupplier nanos) {
    this.store = store;
    this.clock = clock;
    this.nanos = nanos;
    this.confirmedNs = nanos.getAsLong() - CURRENT_NS;
  }

  /** Raises a barrier of now, for all nodes. When this returns it is kept and stands here. */
  public Barrier raise(Kind kind, String subject) {
    return raise(kind, List.of(subject)).getFirst();
  }

  /** As {@link #raise(Kind, String)}, for several subjects at once: all or none. */
  public List<Barrier> raise(Kind kind, List<String> subjects) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Barrier> raised = subjects.stream().map(each -> new Barrier(kind, each, now)).toList();
    store.write(raised);
    raised.forEach(this::take);
    return raised;
  }

  /** Those that stand, the latest first. */
  public List<Barrier> standing() {
    return raised.entrySet().stream()
        .map(each -> new Barrier(each.getKey().kind(), each.getKey().subject(), each.getValue()))
        .sorted(Comparator.comparing(Barrier::at).reversed())
        .toList();
  }

  /** Learns of a barrier. Of two for one subject the later stands. */
  public void take(Barrier barrier) {
    Key key = new Key(barrier.kind(), barrier.subject());
    Instant before = raised.get(key);
    raised.merge(key, barrier.at(), (a, b) -> a.isAfter(b) ? a : b);
    if (before == null || before.isBefore(barrier.at())) {
      listeners.forEach(listener -> listener.accept(barrier));
    }
  }

  /** Tells of each barrier that is new here; from any thread, and must not block. */
  public void onRaised(Consumer<Barrier> listener) {
    listeners.add(listener);
  }

  /**
   * Everything that the store had at a moment is known here.
   *
   * @param atNs the moment, on the clock that was given
   */
  public void confirm(long atNs) {
    confirmedNs = atNs;
  }

  /** Whether every barrier older than a second is known; without it nothing dangerous is done. */
  public boolean current() {
    return nanos.getAsLong() - confirmedNs < CURRENT_NS;
  }

  /** Whether a barrier stands before this token. */
  public boolean voids(Claims claims, TokenKind kind) {
    Instant minted = claims.issuedAt();
    return stands(Kind.USER, Long.toString(claims.userId()), minted)
        || stands(Kind.SESSION, claims.session(), minted)
        || stands(Kind.IP, claims.bearer().network(), minted)
        || (kind != TokenKind.OUTER
            && (stands(Kind.ACCESS, Long.toString(claims.userId()), minted)
                || stands(Kind.INNER, claims.session(), minted)));
  }

  private boolean stands(Kind kind, String subject, Instant minted) {
    Instant at = raised.get(new Key(kind, subject));
    return at != null && !minted.isAfter(at);
  }

  /** Forgets what no living token can need. */
  public void drop() {
    Instant oldest = clock.instant().minus(KEPT);
    raised.values().removeIf(at -> at.isBefore(oldest));
  }

  public int size() {
    return raised.size();
  }
}

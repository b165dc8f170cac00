package io.ratel.security.revocation;

import io.ratel.security.pki.PkiException;
import io.ratel.security.pki.RevocationList;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What one node knows of revoked certificates. It never goes back to an older list. Without a list
 * that is current, grace included, it fails closed: nobody new is let in, while connections that
 * are open stay unless their certificate is on the last list. Safe for any thread.
 */
public final class Revocations {
  /** How long a list is good: long enough to restart the authority. */
  public static final Duration VALIDITY = Duration.ofHours(1);

  /** How long after its end a list still lets new connections in. */
  public static final Duration GRACE = Duration.ofHours(1);

  /** How often the authority publishes when nothing happens. */
  public static final Duration EVERY = Duration.ofMinutes(10);

  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  private final X509Certificate root;
  private final InstantSource clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Optional<RevocationList> newest = Optional.empty();

  public Revocations(X509Certificate root, InstantSource clock) {
    this.root = root;
    this.clock = clock;
  }

  /** Called, on the thread of whoever offers, each time that a newer list was taken. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * Takes a list if it is newer than the one there is.
   *
   * @return why it is refused; empty when it was taken, or is the one there is
   */
  public Optional<String> offer(String text) {
    if (newest.filter(known -> known.text().equals(text)).isPresent()) {
      return Optional.empty();
    }
    try {
      Optional<String> refusal = take(RevocationList.read(text, root));
      if (refusal.isEmpty()) {
        listeners.forEach(Runnable::run);
      }
      return refusal;
    } catch (PkiException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private synchronized Optional<String> take(RevocationList list) {
    Instant now = clock.instant();
    Optional<RevocationList> known = newest;
    if (known.isPresent() && list.number().compareTo(known.get().number()) <= 0) {
      return Optional.of(
          "list %s is not newer than list %s".formatted(list.number(), known.get().number()));
    }
    if (list.thisUpdate().isAfter(now.plus(CLOCK_SKEW))) {
      return Optional.of(
          "list %s is of %s, which is in the future".formatted(list.number(), list.thisUpdate()));
    }
    if (!now.isBefore(list.nextUpdate().plus(GRACE))) {
      return Optional.of(
          "list %s was good until %s, and an hour's grace is over"
              .formatted(list.number(), list.nextUpdate()));
    }
    newest = Optional.of(list);
    return Optional.empty();
  }

  /** The list that counts. */
  public Optional<RevocationList> newest() {
    return newest;
  }

  /** Whether there is a list that new connections can be checked with. */
  public boolean current() {
    return newest
        .filter(list -> clock.instant().isBefore(list.nextUpdate().plus(GRACE)))
        .isPresent();
  }

  /** Whether a certificate is on the newest list. */
  public boolean revoked(X509Certificate certificate) {
    return newest.filter(list -> list.revokes(certificate)).isPresent();
  }

  /** Whether nobody may come in with it now: it was revoked, or nobody can tell. */
  public boolean refuses(X509Certificate certificate) {
    return !current() || revoked(certificate);
  }

  /** Whether an open connection must end: its certificate was revoked, or has ended. */
  public boolean cuts(X509Certificate certificate) {
    return revoked(certificate) || clock.instant().isAfter(certificate.getNotAfter().toInstant());
  }
}

package io.ratel.security.enrolment;

import io.ratel.security.pki.Identity;
import io.ratel.security.pki.P384;
import io.ratel.security.pki.PkiException;
import io.ratel.security.pki.Subject;
import java.io.IOException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews a certificate at half its life, a twentieth earlier or later by chance so that a fleet
 * does not come at once, and tries again at growing distances while it fails. It has no thread:
 * somebody calls {@link #tick} now and then, one thread at a time.
 */
public final class Renewal {
  /** Whoever certifies: the authority of this process, or that of another. May block. */
  public interface Certifier {
    /**
     * @param current whose key proves the request
     * @param fresh the key to be certified
     * @return the certificate, then its intermediate
     * @throws IOException when it cannot be reached
     * @throws PkiException when it refuses
     */
    List<X509Certificate> certify(Identity current, Subject subject, KeyPair fresh)
        throws IOException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Certifier certifier;
  private final Function<Identity, Optional<String>> shown;
  private final SecureRandom random;
  private final InstantSource clock;
  private Identity current;
  private Instant next;
  private Duration wait = SHORTEST;

  /**
   * @param shown takes the new one into use, and says why when it does not
   */
  public Renewal(
      Identity current,
      Certifier certifier,
      Function<Identity, Optional<String>> shown,
      SecureRandom random,
      InstantSource clock) {
    this.certifier = certifier;
    this.shown = shown;
    this.random = random;
    this.clock = clock;
    this.current = current;
    this.next = due(current.certificate());
  }

  private Instant due(X509Certificate certificate) {
    Instant from = certificate.getNotBefore().toInstant();
    long lifeMs = Duration.between(from, certificate.getNotAfter().toInstant()).toMillis();
    return from.plusMillis((long) (lifeMs * (0.45 + 0.1 * random.nextDouble())));
  }

  /** Begins to watch another one, which came from elsewhere. */
  public void watch(Identity replaced) {
    current = replaced;
    next = due(replaced.certificate());
  }

  /** When it will try. */
  public Instant next() {
    return next;
  }

  /** Renews if it is time. */
  public void tick() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    Optional<String> fault = renew();
    if (fault.isEmpty()) {
      wait = SHORTEST;
      next = due(current.certificate());
      return;
    }
    LOG.atWarn()
        .addKeyValue("ends", current.certificate().getNotAfter().toInstant())
        .log("the certificate was not renewed: {}", fault.get());
    next = now.plusMillis((long) (wait.toMillis() * (0.5 + 0.5 * random.nextDouble())));
    wait = wait.multipliedBy(2).compareTo(LONGEST) < 0 ? wait.multipliedBy(2) : LONGEST;
  }

  private Optional<String> renew() {
    try {
      Subject subject =
          Subject.of(current.certificate())
              .orElseThrow(() -> new PkiException("it is not one of this authority's"));
      KeyPair fresh = P384.generate(random);
      Identity renewed =
          new Identity(fresh.getPrivate(), certifier.certify(current, subject, fresh));
      Optional<String> refused = shown.apply(renewed);
      if (refused.isEmpty()) {
        current = renewed;
      }
      return refused;
    } catch (IOException | PkiException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}

package io.ratel.security.external;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer: fetched anew every six hours, and when a token names one that is not
 * known, but never twice within ten seconds. Safe for any thread.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
  static final Duration FRESH = Duration.ofHours(6);
  static final Duration AGAIN = Duration.ofSeconds(10);

  /** Fetches the set's text. */
  @FunctionalInterface
  interface Fetch {
    String get() throws IOException;
  }

  private final Fetch fetch;
  private final InstantSource clock;
  private JWKSet keys = new JWKSet();
  private Instant fetchedAt = Instant.MIN;
  private Instant triedAt = Instant.MIN;

  IssuerKeys(Fetch fetch, InstantSource clock) {
    this.fetch = fetch;
    this.clock = clock;
  }

  @Override
  public synchronized List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    Instant now = clock.instant();
    List<JWK> found = selector.select(keys);
    boolean stale = fetchedAt.isBefore(now.minus(FRESH));
    if ((found.isEmpty() || stale) && triedAt.isBefore(now.minus(AGAIN))) {
      triedAt = now;
      try {
        keys = JWKSet.parse(fetch.get());
        fetchedAt = now;
      } catch (IOException | ParseException e) {
        throw new KeySourceException("the issuer's keys cannot be had", e);
      }
      found = selector.select(keys);
    }
    return found;
  }
}

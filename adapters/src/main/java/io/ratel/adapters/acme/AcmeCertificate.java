package io.ratel.adapters.acme;

import io.ratel.security.pki.DoorCertificate;
import io.ratel.security.pki.Identity;
import io.ratel.security.pki.Pem;
import io.ratel.security.pki.PkiException;
import io.ratel.security.pki.SelfSigned;
import io.ratel.security.secret.OpenedSecret;
import io.ratel.security.secret.Owner;
import io.ratel.security.secret.Place;
import io.ratel.security.secret.SecretException;
import io.ratel.security.secret.Secrets;
import io.ratel.security.token.TokenKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate of a public door by a public authority, renewed when two thirds of its life are
 * over. It is kept as a sealed secret, and so is the account's key; until there is a first one the
 * door shows one that it signed itself. Looked after by one thread; answers may be asked for by
 * any.
 */
public final class AcmeCertificate {
  private static final Logger LOG = LoggerFactory.getLogger(AcmeCertificate.class);
  private static final Place ACCOUNT = new Place(Owner.PLATFORM, "acme/account");
  private static final Place CERTIFICATE = new Place(Owner.PLATFORM, "acme/certificate");
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(6);

  private final URI directory;
  private final List<String> domains;
  private final Secrets secrets;
  private final InstantSource clock;
  private final Map<String, String> challenges = new ConcurrentHashMap<>();
  private final AcmeAuthority authority;
  private final DoorCertificate shown;
  private Instant next;
  private Duration wait = SHORTEST;

  /**
   * @param directory where the authority begins
   * @throws PkiException when the account's key is not what it must be
   */
  public AcmeCertificate(
      URI directory,
      Optional<String> email,
      List<String> domains,
      Secrets secrets,
      SecureRandom random,
      InstantSource clock) {
    this.directory = directory;
    this.domains = List.copyOf(domains);
    this.secrets = secrets;
    this.clock = clock;
    this.authority = new AcmeAuthority(directory, email, accountKey(), challenges, random);
    Optional<Identity> kept = kept();
    Identity first = kept.orElseGet(() -> SelfSigned.of(domains, random, clock));
    this.shown = new DoorCertificate(first, clock);
    this.next = kept.isPresent() ? due(first) : clock.instant();
  }

  private KeyPair accountKey() {
    Optional<String> kept = secret(ACCOUNT);
    try {
      TokenKeys pair =
          kept.isPresent()
              ? TokenKeys.read(kept.get(), "the secret " + ACCOUNT)
              : TokenKeys.generate();
      if (kept.isEmpty()) {
        put(ACCOUNT, pair.write());
      }
      return new KeyPair(pair.publicKey(), pair.privateKey());
    } catch (IOException e) {
      throw new PkiException(String.valueOf(e.getMessage()), e);
    }
  }

  private Optional<String> secret(Place place) {
    try (OpenedSecret opened = secrets.open(place)) {
      return Optional.of(new String(opened.bytes(), StandardCharsets.US_ASCII));
    } catch (SecretException e) {
      if (e.reason() == SecretException.Reason.UNKNOWN) {
        return Optional.empty();
      }
      throw new PkiException(String.valueOf(e.getMessage()), e);
    }
  }

  private void put(Place place, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    try {
      secrets.put(place, bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** The one of the last time, if it is for these domains and has not ended. */
  private Optional<Identity> kept() {
    return secret(CERTIFICATE)
        .map(
            text ->
                new Identity(
                    Pem.key(text, "the kept certificate"),
                    Pem.certificates(text, "the kept certificate")))
        .filter(known -> known.certificate().getNotAfter().toInstant().isAfter(clock.instant()))
        .filter(known -> names(known.certificate()).containsAll(domains));
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream().map(name -> String.valueOf(name.get(1))).toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  private static Instant due(Identity identity) {
    X509Certificate certificate = identity.certificate();
    Instant begin = certificate.getNotBefore().toInstant();
    Duration life = Duration.between(begin, certificate.getNotAfter().toInstant());
    return begin.plus(life.multipliedBy(2).dividedBy(3));
  }

  /** What the door shows. */
  public DoorCertificate certificate() {
    return shown;
  }

  /** What the door answers to an authority. */
  public Optional<String> challenge(String token) {
    return Optional.ofNullable(challenges.get(token));
  }

  /** Renews if it is time; it may take minutes. */
  public void tick() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    switch (authority.obtain(domains)) {
      case AcmeAuthority.Obtained obtained -> take(obtained.identity(), now);
      case AcmeAuthority.Refused refused -> later(refused.why(), refused.again(), now);
    }
  }

  private void take(Identity identity, Instant now) {
    Optional<String> fault = shown.replace(identity);
    if (fault.isPresent()) {
      later(fault.get(), Optional.empty(), now);
      return;
    }
    put(CERTIFICATE, Pem.of(identity.key()) + Pem.of(identity.chain()));
    next = due(identity);
    wait = SHORTEST;
    LOG.info("the door shows a new certificate of {}, to be renewed at {}", directory, next);
  }

  private void later(String why, Optional<Instant> again, Instant now) {
    next = again.filter(now::isBefore).orElse(now.plus(wait));
    wait = wait.multipliedBy(2).compareTo(LONGEST) < 0 ? wait.multipliedBy(2) : LONGEST;
    LOG.warn("{}; the old certificate stays, tried again at {}", why, next);
  }
}

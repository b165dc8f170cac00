package io.ratel.security.pki;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a certificate is for. Kept by name: a name never changes its meaning. */
public enum CertificateKind {
  /** A process of the fleet, which calls and is called. */
  NODE(true, true, Issuer.FLEET, Duration.ofHours(24)),
  /** A program outside of the fleet. */
  CLIENT(false, true, Issuer.GUEST, Duration.ofHours(24)),
  /** A door that clients knock at, which calls nodes. */
  GATEWAY(true, true, Issuer.FLEET, Duration.ofHours(24)),
  /** A database, which is only called. */
  DATABASE(true, false, Issuer.FLEET, Duration.ofHours(24)),
  /** A sandbox with a user's code. */
  USER_CONTAINER(false, true, Issuer.GUEST, Duration.ofHours(6)),
  /** A person who runs the platform. */
  OPERATOR(false, true, Issuer.GUEST, Duration.ofHours(12));

  /** Which intermediate signs it: a stolen guest key cannot make a node. */
  enum Issuer {
    FLEET,
    GUEST;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final boolean server;
  private final boolean client;
  private final Issuer issuer;
  private final Duration lifetime;

  CertificateKind(boolean server, boolean client, Issuer issuer, Duration lifetime) {
    this.server = server;
    this.client = client;
    this.issuer = issuer;
    this.lifetime = lifetime;
  }

  /** Whether it may be called over TLS; then it has host names. */
  public boolean server() {
    return server;
  }

  /** Whether it may call over TLS. */
  public boolean client() {
    return client;
  }

  Issuer issuer() {
    return issuer;
  }

  /** How long one is valid unless told otherwise. */
  public Duration lifetime() {
    return lifetime;
  }

  /** As on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException when there is no such kind
   */
  public static CertificateKind parse(String text) {
    return Stream.of(values())
        .filter(kind -> kind.label().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kind must be one of "
                        + Stream.of(values())
                            .map(CertificateKind::label)
                            .collect(Collectors.joining(", "))
                        + ", was '"
                        + text
                        + "'"));
  }
}

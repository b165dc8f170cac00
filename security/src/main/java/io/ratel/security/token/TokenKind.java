package io.ratel.security.token;

import java.time.Duration;

/** What a token is good for; one kind is never accepted for another. */
public enum TokenKind {
  /** Opens the doors: sent with every request. */
  INNER("inner", "api", Duration.ofMinutes(15)),
  /** Buys new inner tokens while it lives, and nothing else. */
  OUTER("outer", "session", Duration.ofHours(12)),
  /** Allows one dangerous operation on one resource with one body, once. */
  DANGER("danger", "danger", Duration.ofMinutes(10)),
  /** Opens one socket, once. */
  STREAM("stream", "stream", Duration.ofSeconds(60));

  /** No token of any kind may live longer: a barrier must be kept for as long. */
  public static final Duration MAX_LIFETIME = Duration.ofHours(24);

  private final String type;
  private final String audience;
  private final Duration lifetime;

  TokenKind(String name, String audience, Duration lifetime) {
    this.type = "ratel-" + name + "+jwt";
    this.audience = "ratel:" + audience;
    this.lifetime = lifetime;
  }

  /** The {@code typ} of its header. */
  public String type() {
    return type;
  }

  /** The {@code aud} of its payload. */
  public String audience() {
    return audience;
  }

  /** How long it lives unless {@link TokenLifetimes} says otherwise. */
  public Duration lifetime() {
    return lifetime;
  }
}

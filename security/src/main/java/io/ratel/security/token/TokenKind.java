package io.ratel.security.token;

import java.time.Duration;

/** What a token is good for; one kind is never accepted for another. */
public enum TokenKind {
  /** Opens the doors: sent with every request. */
  ACCESS("ratel-access+jwt", Duration.ofMinutes(15)),
  /** Buys a new access token and nothing else. */
  RENEWAL("ratel-renewal+jwt", Duration.ofHours(12));

  private final String type;
  private final Duration lifetime;

  TokenKind(String type, Duration lifetime) {
    this.type = type;
    this.lifetime = lifetime;
  }

  /** The {@code typ} of its header. */
  public String type() {
    return type;
  }

  public Duration lifetime() {
    return lifetime;
  }
}

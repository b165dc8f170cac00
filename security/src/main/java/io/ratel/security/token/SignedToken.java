package io.ratel.security.token;

import java.time.Instant;

/** A token in compact form and when it ends. */
public record SignedToken(String text, Instant expiresAt) {
  /** Leaves the token out, so that it cannot reach a log by accident. */
  @Override
  public String toString() {
    return "SignedToken[expiresAt=" + expiresAt + "]";
  }
}

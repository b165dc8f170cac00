package io.ratel.security.token;

import java.time.Instant;

/**
 * What a checked token says.
 *
 * @param id unique, so that a use can be recorded
 * @param purpose what alone it is for; empty for inner and outer tokens
 * @param issuedAt to the millisecond, so that a sign-in right after a barrier stands
 * @param expiresAt a whole second
 */
public record Claims(
    Bearer bearer, String id, String purpose, Instant issuedAt, Instant expiresAt) {
  public long userId() {
    return bearer.userId();
  }

  public String session() {
    return bearer.session();
  }
}

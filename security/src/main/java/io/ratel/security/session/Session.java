package io.ratel.security.session;

import java.time.Instant;

/**
 * A sign-in that goes on.
 *
 * @param id as the tokens name it
 * @param address where it was last used, in numbers
 * @param device what the client calls itself, at most {@link #MAX_DEVICE} characters
 */
public record Session(
    String id,
    long userId,
    SignInMethod method,
    String address,
    String device,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt) {
  private static final int MAX_DEVICE = 200;

  public Session {
    device = device.length() <= MAX_DEVICE ? device : device.substring(0, MAX_DEVICE);
  }
}

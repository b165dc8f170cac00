package io.ratel.security.passkey;

import java.time.Instant;
import java.util.Optional;

/**
 * A passkey as its owner sees it.
 *
 * @param name the user's word for it, at most {@link #MAX_NAME} characters
 */
public record Passkey(
    long id, long userId, String name, Instant createdAt, Optional<Instant> lastUsedAt) {
  public static final int MAX_NAME = 40;
}

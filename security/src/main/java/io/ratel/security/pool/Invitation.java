package io.ratel.security.pool;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets whoever has its code join a pool, once. Only the code's hash is kept.
 *
 * @param role what one becomes
 */
public record Invitation(
    long id, long poolId, PoolRole role, long invitedBy, Instant createdAt, Instant expiresAt) {
  public static final Duration LIFETIME = Duration.ofDays(7);
}

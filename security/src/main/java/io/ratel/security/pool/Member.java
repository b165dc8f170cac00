package io.ratel.security.pool;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One of a pool's members.
 *
 * @param email a service has none
 * @param accountIds the user's own accounts, which may have units
 */
public record Member(
    long userId, Optional<String> email, PoolRole role, Instant joinedAt, List<Long> accountIds) {
  public Member {
    accountIds = List.copyOf(accountIds);
  }
}

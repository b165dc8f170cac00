package io.ratel.security.pool;

import java.time.Instant;
import java.util.List;

/**
 * One of a pool's members.
 *
 * @param accountIds the user's own accounts, which may have units
 */
public record Member(
    long userId, String email, PoolRole role, Instant joinedAt, List<Long> accountIds) {
  public Member {
    accountIds = List.copyOf(accountIds);
  }
}

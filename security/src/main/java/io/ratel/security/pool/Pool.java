package io.ratel.security.pool;

import java.time.Instant;

/**
 * A pool as one of its members sees it.
 *
 * @param role the member's
 * @param members how many there are
 */
public record Pool(
    long id, String name, long accountId, Instant createdAt, PoolRole role, int members) {
  public static final int MAX_NAME = 40;

  public Membership membership() {
    return new Membership(id, accountId, role);
  }
}

package io.ratel.gateway.pool;

import io.ratel.gateway.operation.Field;
import io.ratel.security.pool.Pool;
import io.ratel.security.pool.PoolRole;
import java.time.Instant;

/**
 * A pool as the caller sees it.
 *
 * @param accountId the pool's account
 * @param role the caller's
 * @param members how many there are
 */
record WirePool(
    String id,
    @Field(personal = true) String name,
    String accountId,
    PoolRole role,
    int members,
    Instant createdAt) {
  static WirePool of(Pool pool) {
    return new WirePool(
        Long.toString(pool.id()),
        pool.name(),
        Long.toString(pool.accountId()),
        pool.role(),
        pool.members(),
        pool.createdAt());
  }
}

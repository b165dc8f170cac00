package io.ratel.gateway.pool;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.barrier.Barriers;
import io.ratel.security.pool.Pools;
import java.util.List;

/** What follows a change of a pool: a refusal in words, or members whose tokens are old now. */
record PoolChanges(Pools pools, Barriers barriers) {
  /**
   * @param unknown what it is when the thing itself is not there
   * @param field which names it
   */
  static void require(Pools.Change change, ErrorCode unknown, String field, String value) {
    switch (change) {
      case DONE -> {}
      case UNKNOWN ->
          throw RefusedException.value(unknown, field, value, "must be one that there is");
      case LAST_OWNER ->
          throw RefusedException.value(
              ErrorCode.LAST_OWNER, field, value, "must not be the only owner");
      case FULL ->
          throw RefusedException.of(
              ErrorCode.POOL_FULL,
              "a user is in at most %d pools, and a pool has at most %d members"
                  .formatted(Pools.MAX_POOLS, Pools.MAX_MEMBERS));
    }
  }

  /** Their inner tokens are void: the next ones know the new role. */
  void tell(List<Long> userIds) {
    if (!userIds.isEmpty()) {
      barriers.raise(Barrier.Kind.ACCESS, userIds.stream().map(id -> Long.toString(id)).toList());
    }
  }
}

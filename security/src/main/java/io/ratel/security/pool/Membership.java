package io.ratel.security.pool;

/**
 * What a user is in one pool.
 *
 * @param accountId the pool's account at the exchange
 */
public record Membership(long poolId, long accountId, PoolRole role) {}

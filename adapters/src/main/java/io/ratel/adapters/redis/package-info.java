/**
 * Redis, or what speaks as it does: where the nodes of a fleet count together. {@link
 * io.ratel.adapters.redis.RedisLimiter} is the rate limiter of a fleet; while Redis is away each
 * node counts its own share.
 */
@NullMarked
package io.ratel.adapters.redis;

import org.jspecify.annotations.NullMarked;

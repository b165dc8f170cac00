package io.ratel.security.apikey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The system of record for API keys. A key ends in the transaction that ends its user, its pool, or
 * its user's membership there. Safe for any thread; calls may block.
 */
public interface ApiKeys {
  /** A user has at most so many, those that are over included. */
  int MAX_KEYS = 50;

  /** A key with what is kept of its secret. */
  record Stored(ApiKey key, byte[] hash) {}

  /**
   * Keeps a key.
   *
   * @param key its id is not looked at
   * @return the same with its id; empty when the user has {@link #MAX_KEYS} already
   */
  Optional<ApiKey> create(ApiKey key, byte[] hash);

  Optional<Stored> findByPrefix(String prefix);

  /** A user's keys, the newest first. */
  List<ApiKey> of(long userId);

  /** Ends a key at a time, or earlier when it ends earlier; false when the user has no such key. */
  boolean expire(long userId, long id, Instant at);

  /** Deletes every key of these users; how many there were. */
  int deleteAll(List<Long> userIds);

  /** False when the user has no such key. */
  boolean delete(long userId, long id);
}

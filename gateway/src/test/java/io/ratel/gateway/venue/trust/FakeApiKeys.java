package io.ratel.gateway.venue.trust;

import io.ratel.security.apikey.ApiKey;
import io.ratel.security.apikey.ApiKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** API keys in memory. */
public final class FakeApiKeys implements ApiKeys {
  private final List<Stored> all = new ArrayList<>();
  private long next;

  @Override
  public synchronized Optional<ApiKey> create(ApiKey key, byte[] hash) {
    if (of(key.userId()).size() >= MAX_KEYS) {
      return Optional.empty();
    }
    ApiKey kept = copy(key, ++next, key.expiresAt());
    all.addFirst(new Stored(kept, hash));
    return Optional.of(kept);
  }

  private static ApiKey copy(ApiKey key, long id, Optional<Instant> end) {
    return new ApiKey(
        id,
        key.userId(),
        key.poolId(),
        key.name(),
        key.prefix(),
        key.scopes(),
        key.networks(),
        key.createdAt(),
        end);
  }

  @Override
  public synchronized Optional<Stored> findByPrefix(String prefix) {
    return all.stream().filter(stored -> stored.key().prefix().equals(prefix)).findFirst();
  }

  @Override
  public synchronized List<ApiKey> of(long userId) {
    return all.stream().map(Stored::key).filter(key -> key.userId() == userId).toList();
  }

  @Override
  public synchronized boolean expire(long userId, long id, Instant at) {
    for (int i = 0; i < all.size(); i++) {
      ApiKey key = all.get(i).key();
      if (key.id() == id && key.userId() == userId) {
        Instant end = key.expiresAt().filter(at::isAfter).orElse(at);
        all.set(i, new Stored(copy(key, id, Optional.of(end)), all.get(i).hash()));
        return true;
      }
    }
    return false;
  }

  @Override
  public synchronized int deleteAll(List<Long> userIds) {
    int before = all.size();
    all.removeIf(stored -> userIds.contains(stored.key().userId()));
    return before - all.size();
  }

  @Override
  public synchronized boolean delete(long userId, long id) {
    return all.removeIf(stored -> stored.key().id() == id && stored.key().userId() == userId);
  }
}

package io.ratel.security.apikey;

import io.ratel.security.permission.Feature;
import io.ratel.security.token.Networks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key without its secret.
 *
 * @param prefix unique; part of the key
 * @param poolId the one pool that it acts in; empty when it acts on its user's own accounts too
 * @param networks where it may be used, addresses or {@code address/bits}; anywhere when empty
 */
public record ApiKey(
    long id,
    long userId,
    Optional<Long> poolId,
    String name,
    String prefix,
    Set<Feature> scopes,
    List<String> networks,
    Instant createdAt,
    Optional<Instant> expiresAt) {
  public ApiKey {
    scopes = Set.copyOf(scopes);
    networks = List.copyOf(networks);
  }

  /** Whether it is not over and may be used from there. */
  public boolean usable(Instant now, String address) {
    return expiresAt.map(now::isBefore).orElse(true)
        && (networks.isEmpty()
            || networks.stream().anyMatch(range -> Networks.contains(range, address)));
  }
}

package io.ratel.security.permission;

import io.ratel.security.identity.Role;
import io.ratel.security.pool.PoolRole;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the table.
 *
 * @param operation its name in the API's document
 * @param feature what an API key needs; empty when no key may
 * @param member what a member of a pool must be at least to do it to the pool or on its account;
 *     empty when nobody does it there
 */
public record Rule(
    String operation, Audience audience, Optional<Feature> feature, Optional<PoolRole> member) {
  /**
   * Whether someone may ask.
   *
   * @param role empty for who did not sign in
   * @param scopes of the API key that was sent; empty when it was none
   */
  public boolean admits(Optional<Role> role, Optional<Set<Feature>> scopes) {
    return audience.admits(role)
        && (audience == Audience.ANYONE
            || scopes.isEmpty()
            || (feature.isPresent() && scopes.get().contains(feature.get())));
  }

  /** Whether a member of a pool may do it to the pool or on its account. */
  public boolean admits(PoolRole role) {
    return member.map(role::reaches).orElse(false);
  }
}

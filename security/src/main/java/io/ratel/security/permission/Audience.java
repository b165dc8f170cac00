package io.ratel.security.permission;

import io.ratel.security.identity.Role;
import java.util.Optional;

/** Who of the platform may ask. */
public enum Audience {
  ANYONE,
  SIGNED_IN,
  OPERATOR;

  /**
   * @param role empty for someone who did not sign in
   */
  public boolean admits(Optional<Role> role) {
    return switch (this) {
      case ANYONE -> true;
      case SIGNED_IN -> role.isPresent();
      case OPERATOR -> role.filter(r -> r == Role.OPERATOR).isPresent();
    };
  }
}

package io.ratel.gateway.operation;

import io.ratel.security.permission.Audience;

/**
 * Who may call an operation, as its row of the table of permissions says too. Whose data it then
 * sees is decided by the operation itself.
 */
public enum Permission {
  PUBLIC(Audience.ANYONE),
  SIGNED_IN(Audience.SIGNED_IN),
  OPERATOR(Audience.OPERATOR);

  private final Audience audience;

  Permission(Audience audience) {
    this.audience = audience;
  }

  public Audience audience() {
    return audience;
  }
}

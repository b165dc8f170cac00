package io.ratel.security.identity;

/** Whether a user may come in; kept by name. */
public enum UserState {
  ACTIVE,
  /** Neither signs in nor has working keys, until an operator lets it in again. */
  SUSPENDED
}

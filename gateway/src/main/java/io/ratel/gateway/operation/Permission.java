package io.ratel.gateway.operation;

/** Who may call an operation. Whose data it then sees is decided by the operation itself. */
public enum Permission {
  PUBLIC,
  SIGNED_IN,
  OPERATOR
}

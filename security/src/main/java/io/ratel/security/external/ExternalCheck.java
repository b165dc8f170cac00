package io.ratel.security.external;

/** The outcome of a sign-in elsewhere. */
public sealed interface ExternalCheck {
  record Known(ExternalAccount account) implements ExternalCheck {}

  record Refused(ExternalFault fault) implements ExternalCheck {}
}

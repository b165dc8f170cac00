package io.ratel.security.passkey;

/** The outcome of a ceremony. */
public sealed interface PasskeyCheck {
  /** A passkey that is known, shown by its user. */
  record Proven(Passkey passkey) implements PasskeyCheck {}

  record Refused(PasskeyFault fault) implements PasskeyCheck {}
}

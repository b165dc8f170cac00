package io.ratel.security.token;

/** The outcome of checking a token. */
public sealed interface TokenCheck {
  record Valid(Claims claims) implements TokenCheck {}

  record Refused(TokenFault fault) implements TokenCheck {}
}

package io.ratel.security.identity;

/** What a user is; kept by name. */
public enum UserKind {
  PERSON,
  /** A program: it has API keys and cannot sign in. */
  SERVICE
}

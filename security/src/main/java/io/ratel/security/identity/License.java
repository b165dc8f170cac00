package io.ratel.security.identity;

/** What a user has paid for; kept by name, the least first. */
public enum License {
  FREE,
  PRO,
  ENTERPRISE
}

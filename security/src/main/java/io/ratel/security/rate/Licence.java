package io.ratel.security.rate;

/** What a user has subscribed to; who did not sign in counts as free. */
public enum Licence {
  FREE,
  PRO,
  ENTERPRISE
}

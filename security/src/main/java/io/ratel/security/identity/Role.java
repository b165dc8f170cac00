package io.ratel.security.identity;

/** What a user is to the platform; kept by name. */
public enum Role {
  /** Runs the platform: may move money in and out of any account. */
  OPERATOR,
  /** Trades with the accounts that are its own. */
  TRADER
}

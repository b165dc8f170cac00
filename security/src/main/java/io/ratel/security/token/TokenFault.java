package io.ratel.security.token;

/**
 * Why a token was refused; fit for a log, and only {@link #EXPIRED} and {@link #ELSEWHERE} are of
 * use to a client.
 */
public enum TokenFault {
  MALFORMED,
  ALGORITHM,
  UNKNOWN_KEY,
  TYPE,
  SIGNATURE,
  AUDIENCE,
  EXPIRED,
  NOT_YET_VALID,
  /** Minted before a barrier. */
  BARRED,
  /** An inner token from another network than its own; its holder may renew it. */
  ELSEWHERE
}

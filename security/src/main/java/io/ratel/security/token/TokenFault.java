package io.ratel.security.token;

/** Why a token was refused; fit for a log, and only {@link #EXPIRED} is of use to a client. */
public enum TokenFault {
  MALFORMED,
  ALGORITHM,
  UNKNOWN_KEY,
  TYPE,
  SIGNATURE,
  AUDIENCE,
  EXPIRED,
  NOT_YET_VALID
}

package io.ratel.security.external;

/** Why a sign-in elsewhere does not count here. */
public enum ExternalFault {
  /** It was not begun in this browser, or is over, or was used. */
  STATE,
  /** The person did not agree there. */
  DENIED,
  /** The other did not take the code. */
  CODE,
  /** Not signed by the other for us, for this sign-in, now. */
  TOKEN,
  /** The other has not made sure of the address. */
  UNVERIFIED,
  /** Changed on the way, or made by somebody else. */
  SIGNATURE,
  /** Signed too long ago. */
  OLD,
  /** Used before. */
  USED,
  /** The other does not answer. */
  UNREACHABLE
}

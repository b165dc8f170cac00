package io.ratel.security.passkey;

/** Why what a device sent was refused. */
public enum PasskeyFault {
  /** It cannot be read. */
  MALFORMED("what the device sent cannot be read"),
  /** Unknown, used before, over, or another's. */
  CHALLENGE("the question is over or was answered before; try again"),
  ORIGIN("it was made for a page elsewhere"),
  SITE("it was made for another site"),
  UNKNOWN_PASSKEY("it is not known here"),
  SIGNATURE("its signature is not right"),
  /** The counter went back: there is a copy somewhere. */
  COUNTER("its counter went back, as a copy's would"),
  NOT_VERIFIED("the device did not make sure who uses it"),
  ALGORITHM("its kind of key is not taken"),
  /** The credential exists, or the user has as many as one may. */
  NOT_ADDED("it is here already, or there are as many as one may have"),
  OTHER("it does not fit what was asked");

  private final String meaning;

  PasskeyFault(String meaning) {
    this.meaning = meaning;
  }

  /** In words, after "the passkey was refused: ". */
  public String meaning() {
    return meaning;
  }
}

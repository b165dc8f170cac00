package io.ratel.security.audit;

import java.util.Locale;

/** What became of an act; kept by name. */
public enum Outcome {
  DONE,
  /** It was tried and had no effect. */
  REFUSED,
  /** Nobody answered whether it was done. */
  UNKNOWN;

  /** Its name on the wire. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

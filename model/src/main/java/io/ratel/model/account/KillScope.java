package io.ratel.model.account;

import java.util.Locale;

/** What a kill switch stops; the order is the wire's. */
public enum KillScope {
  ACCOUNT,
  INSTRUMENT,
  VENUE;

  /** The name a client sees. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

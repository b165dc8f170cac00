package io.ratel.server.role;

import java.util.Locale;

/** What a process can do. */
public enum RoleName {
  /** The log and the machine behind it. */
  EXCHANGE,
  /** Events into tables. */
  PROJECTOR,
  /** Market data: our own markets and recordings, with their store. */
  INGEST,
  /** REST and page; needs {@link #INGEST} in the same process. */
  API,
  /** Live data over WebSockets; where there is no {@link #INGEST} it relays the markets. */
  STREAM;

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

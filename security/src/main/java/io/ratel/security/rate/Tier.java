package io.ratel.security.rate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is counted apart: no tier takes anything from another. */
public enum Tier {
  /** Requests to operations. */
  API,
  /** Sockets opened, the messages of their clients, and each topic that is subscribed to. */
  STREAM,
  /** The files of the page. */
  STATIC;

  /** Its name on the wire and in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Tier> of(String label) {
    return Arrays.stream(values()).filter(tier -> tier.label().equals(label)).findFirst();
  }
}

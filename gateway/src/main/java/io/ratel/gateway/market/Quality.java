package io.ratel.gateway.market;

import io.ratel.gateway.operation.Labels;
import java.time.InstantSource;

/** Whether a quote or a book can be relied on. */
public enum Quality implements Labels.Named {
  GOOD("good"),
  /** Nothing was heard for longer than is usual for such a market. */
  STALE("stale"),
  /** There is none, or it has missed something and waits to be healed. */
  UNKNOWN("unknown");

  private static final long MILLI_NS = 1_000_000L;

  private final String label;

  Quality(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /**
   * Of something that is known.
   *
   * @param localTimeNs when its last change was received, nanoseconds since 1970 UTC
   * @param staleAfterNs how old it may be
   */
  public static Quality of(long localTimeNs, long staleAfterNs, InstantSource clock) {
    if (staleAfterNs == Long.MAX_VALUE) {
      return GOOD;
    }
    long ageMs = clock.millis() - Math.floorDiv(localTimeNs, MILLI_NS);
    return ageMs <= staleAfterNs / MILLI_NS ? GOOD : STALE;
  }
}

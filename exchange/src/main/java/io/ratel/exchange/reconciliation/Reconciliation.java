package io.ratel.exchange.reconciliation;

import java.util.List;

/**
 * What a comparison found.
 *
 * @param sequence the event at which both sides stood
 * @param timeNs the exchange's time at that event, nanoseconds since 1970 UTC
 * @param breakCount all that were found
 * @param breaks the first of them, {@link Findings#MAX} at most
 */
public record Reconciliation(
    long sequence, long timeNs, Checked checked, long breakCount, List<Break> breaks) {
  /** How many rows of the tables were looked at. */
  public record Checked(
      long balances, long orders, long fills, long postings, long positions, long instruments) {
    /** When nothing could be compared. */
    public static final Checked NOTHING = new Checked(0, 0, 0, 0, 0, 0);
  }

  public Reconciliation {
    breaks = List.copyOf(breaks);
  }

  public boolean isClean() {
    return breakCount == 0;
  }
}

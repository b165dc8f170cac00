package io.ratel.marketdata.snapshot;

import java.util.List;

/** What accounts were worth. Safe for any thread; may block. */
public interface AccountHistory {
  /**
   * At the end of a step.
   *
   * @param timeNs the step's end; the values are the last known within it
   * @param equity in USD
   * @param netDeposits everything that came in less what went out until then
   */
  record Worth(long timeNs, double equity, double netDeposits) {}

  /** The accounts that were ever valued, in order, those after this one. */
  List<Long> accounts(long after, int limit);

  /**
   * The ends of the steps in {@code (fromNs, toNs]}, oldest first; one without a value is absent.
   */
  List<Worth> ends(long accountId, long stepNs, long fromNs, long toNs);
}

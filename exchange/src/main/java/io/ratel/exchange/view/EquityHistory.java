package io.ratel.exchange.view;

import java.util.List;

/**
 * What accounts were worth at past times. A sample, not a ledger: it is taken now and then from the
 * balances and the prices of that moment. Safe for any thread; calls may block.
 */
public interface EquityHistory {
  /** The asset that accounts are counted in. */
  String UNIT = "USD";

  /**
   * One sample, in minor units of {@link #UNIT}.
   *
   * @param timeNs nanoseconds since 1970 UTC
   * @param equity all balances at the prices of that moment
   * @param netDeposits everything that ever came in less what went out, each at the prices of its
   *     time, so that {@code equity - netDeposits} is what trading and prices have earned
   */
  record Point(long accountId, long timeNs, long equity, long netDeposits) {}

  /** Keeps samples; one of the same account and time is replaced. */
  void record(List<Point> points);

  /**
   * The samples in {@code [fromNs, toNs)}, oldest first: the last one of every {@code stepNs}, the
   * newest {@code limit} of them.
   */
  List<Point> points(long accountId, long fromNs, long toNs, long stepNs, int limit);
}

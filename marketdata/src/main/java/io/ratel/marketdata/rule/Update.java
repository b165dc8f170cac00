package io.ratel.marketdata.rule;

import io.ratel.model.market.Interval;

/** Something new of a market, with its time in nanoseconds since 1970 UTC. */
public sealed interface Update {
  long timeNs();

  /**
   * @param bid NaN when that side is empty
   * @param ask NaN when that side is empty
   */
  record Quoted(long timeNs, double bid, double ask) implements Update {}

  record Traded(long timeNs, double price) implements Update {}

  /**
   * A bar to which nothing is added any more.
   *
   * @param timeNs when it ended
   */
  record Finished(
      long timeNs,
      Interval interval,
      double open,
      double high,
      double low,
      double close,
      double volume)
      implements Update {}

  /**
   * Nothing was heard of the market.
   *
   * @param timeNs of the last update, and the silence since
   */
  record Silent(long timeNs, long silentNs) implements Update {}
}

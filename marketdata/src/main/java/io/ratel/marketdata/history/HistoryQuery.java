package io.ratel.marketdata.history;

import io.ratel.marketdata.history.HistoryPage.Place;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is asked of a market's past.
 *
 * @param fromNs the first moment; empty for the oldest that is kept
 * @param toNs the moment it ends before; empty for up to now, with what is only in memory
 * @param asOfNs what was received after it is left out; empty for all that is known
 * @param limit rows of a page, at least 1
 * @param newest whether the newest come first
 * @param after where the page before has ended
 */
public record HistoryQuery(
    OptionalLong fromNs,
    OptionalLong toNs,
    OptionalLong asOfNs,
    int limit,
    boolean newest,
    Optional<Place> after) {
  public static final HistoryQuery ALL =
      new HistoryQuery(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          1_000,
          false,
          Optional.empty());

  public HistoryQuery {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be from 1, was " + limit);
    }
  }

  public HistoryQuery between(long from, long to) {
    return new HistoryQuery(
        OptionalLong.of(from), OptionalLong.of(to), asOfNs, limit, newest, after);
  }

  public HistoryQuery asOf(long moment) {
    return new HistoryQuery(fromNs, toNs, OptionalLong.of(moment), limit, newest, after);
  }

  public HistoryQuery page(int rows) {
    return page(rows, newest, after);
  }

  public HistoryQuery page(int rows, boolean newestFirst, Optional<Place> place) {
    return new HistoryQuery(fromNs, toNs, asOfNs, rows, newestFirst, place);
  }
}

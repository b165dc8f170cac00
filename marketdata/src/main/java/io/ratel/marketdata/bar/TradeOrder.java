package io.ratel.marketdata.bar;

import io.ratel.model.market.Trade;
import java.util.Comparator;

/**
 * The order of a market's trades, which decides what opens and closes a bar: by the venue's time,
 * and by id where times are equal; shorter ids first, which is how numbers grow.
 */
public final class TradeOrder {
  public static final Comparator<Trade> OLDEST_FIRST =
      Comparator.comparingLong(Trade::exchangeTimeNs).thenComparing(Trade::id, TradeOrder::byId);

  private TradeOrder() {}

  /** As {@link #OLDEST_FIRST}. */
  public static int compare(long timeNs, String id, long otherTimeNs, String otherId) {
    return timeNs != otherTimeNs ? Long.compare(timeNs, otherTimeNs) : byId(id, otherId);
  }

  private static int byId(String a, String b) {
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }
}

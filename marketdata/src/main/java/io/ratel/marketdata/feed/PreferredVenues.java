package io.ratel.marketdata.feed;

import java.util.Map;
import java.util.Optional;

/** Which venue a pair's prices are to be taken from now. Safe for any thread. */
public interface PreferredVenues {
  /**
   * The venue to take; empty for a pair without an order of venues.
   *
   * @param pair without a venue, such as {@code BTC-USD}
   */
  Optional<String> venue(String pair);

  /** Every pair that has an order of venues, with the one to take now. */
  Map<String, String> all();
}

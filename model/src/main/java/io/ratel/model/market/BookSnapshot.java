package io.ratel.model.market;

import java.util.List;

/**
 * A whole book, best prices first.
 *
 * @param sequence the venue's number of the last change contained, 0 where the venue has none
 */
public record BookSnapshot(
    Market market,
    List<Level> bids,
    List<Level> asks,
    long sequence,
    long exchangeTimeNs,
    long localTimeNs) {
  public BookSnapshot {
    bids = List.copyOf(bids);
    asks = List.copyOf(asks);
  }
}

package io.ratel.model.market;

import java.util.List;

/**
 * Levels that changed, with their new absolute quantities.
 *
 * @param firstSequence the venue's number of the first change contained, 0 where it has none
 * @param lastSequence the venue's number of the last change contained
 */
public record BookDelta(
    Market market,
    List<Level> bids,
    List<Level> asks,
    long firstSequence,
    long lastSequence,
    long exchangeTimeNs,
    long localTimeNs) {
  public BookDelta {
    bids = List.copyOf(bids);
    asks = List.copyOf(asks);
  }
}

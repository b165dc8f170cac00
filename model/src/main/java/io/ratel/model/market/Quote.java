package io.ratel.model.market;

/**
 * Best bid and ask. A side whose price and quantity are both 0 is absent; a price with quantity 0
 * comes from a venue that does not tell the quantity.
 *
 * @param exchangeTimeNs by the venue's clock, nanoseconds since 1970 UTC
 * @param localTimeNs when it was received
 */
public record Quote(
    Market market,
    long bid,
    long bidQuantity,
    long ask,
    long askQuantity,
    long exchangeTimeNs,
    long localTimeNs) {}

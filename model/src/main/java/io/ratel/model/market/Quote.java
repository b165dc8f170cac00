package io.ratel.model.market;

/**
 * Best bid and ask. A side with quantity 0 is absent and its price is then 0.
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

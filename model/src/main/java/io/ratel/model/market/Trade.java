package io.ratel.model.market;

import io.ratel.model.order.Side;

/**
 * A match reported by a venue.
 *
 * @param id the venue's own id, unique within the symbol
 * @param price in {@code 10^-market.priceScale}
 * @param quantity in {@code 10^-market.quantityScale}
 * @param side of the taker
 * @param exchangeTimeNs when it happened by the venue's clock, nanoseconds since 1970 UTC
 * @param localTimeNs when it was received
 */
public record Trade(
    Market market,
    String id,
    long price,
    long quantity,
    Side side,
    long exchangeTimeNs,
    long localTimeNs) {}

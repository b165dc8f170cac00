package io.ratel.marketdata.bar;

import io.ratel.model.market.Market;

/**
 * A bar of a {@link BarCut}.
 *
 * @param timeNs of its first trade, nanoseconds since 1970 UTC
 * @param endNs of its last trade
 * @param whole whether the size was reached; only the last of a day may not be
 */
public record CutBar(
    Market market,
    long timeNs,
    long endNs,
    long open,
    long high,
    long low,
    long close,
    long volume,
    long trades,
    boolean whole) {}

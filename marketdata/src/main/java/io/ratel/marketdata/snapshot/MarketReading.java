package io.ratel.marketdata.snapshot;

import java.util.OptionalDouble;

/**
 * A market at the end of an hour; what is not known is empty.
 *
 * @param mark of one of the base, in the quote asset
 * @param spreadBps best ask less best bid, in 1/10,000 of their middle
 * @param depth the quantities at both best prices, in the base asset
 * @param volume of the hour, in the base asset
 * @param turnover of the hour, in the quote asset
 */
record MarketReading(
    OptionalDouble mark,
    OptionalDouble spreadBps,
    OptionalDouble depth,
    OptionalDouble volume,
    OptionalDouble turnover) {}

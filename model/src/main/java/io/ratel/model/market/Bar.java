package io.ratel.model.market;

/**
 * Open, high, low, close and volume of the trades with {@code time <= exchange time < time +
 * interval}.
 *
 * @param timeNs start of the bar, nanoseconds since 1970 UTC
 * @param trades how many trades it holds
 */
public record Bar(
    Market market,
    Interval interval,
    long timeNs,
    long open,
    long high,
    long low,
    long close,
    long volume,
    long trades) {}

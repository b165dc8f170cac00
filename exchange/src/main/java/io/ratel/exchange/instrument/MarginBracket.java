package io.ratel.exchange.instrument;

/**
 * The margin of a slice of a position's notional.
 *
 * @param upTo where the slice ends, in minor units of the quote asset; the last bracket's counts as
 *     endless
 * @param initialPpm to open, in millionths
 * @param maintenancePpm to keep, in millionths, not above the initial rate
 */
public record MarginBracket(long upTo, int initialPpm, int maintenancePpm) {}

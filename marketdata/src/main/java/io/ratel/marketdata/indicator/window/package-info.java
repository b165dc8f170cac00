/**
 * Figures of the newest rows that do not drift. A running sum that adds what comes and subtracts
 * what goes keeps every rounding error for ever, and one NaN or one huge number with it. These
 * never subtract: each time the ring is full round, the sums from each place to its end are made
 * anew, and a figure is what is left of the old round plus what has come of the new. That is two
 * additions a row on average, and an error no larger than that of adding the window's rows up.
 */
@NullMarked
package io.ratel.marketdata.indicator.window;

import org.jspecify.annotations.NullMarked;

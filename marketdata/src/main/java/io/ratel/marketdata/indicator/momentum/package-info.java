/**
 * How fast and how straight a price moves: oscillators and the measures of a trend. Where a range
 * is empty or nothing moved, an oscillator is at its middle, since neither side has an advantage.
 */
@NullMarked
package io.ratel.marketdata.indicator.momentum;

import org.jspecify.annotations.NullMarked;

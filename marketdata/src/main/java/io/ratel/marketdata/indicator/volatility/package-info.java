/**
 * How far a price moves: ranges, deviations, the bands and channels that are drawn from them, and
 * the line through the newest rows.
 */
@NullMarked
package io.ratel.marketdata.indicator.volatility;

import org.jspecify.annotations.NullMarked;

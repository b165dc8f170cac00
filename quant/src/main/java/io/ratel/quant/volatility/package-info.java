/**
 * How much a price moves: measured from returns, from bars, and as a process that remembers. A
 * volatility is a standard deviation of log returns per bar unless it is said to be annualised.
 */
@NullMarked
package io.ratel.quant.volatility;

import org.jspecify.annotations.NullMarked;

/**
 * How well returns were earned: growth, ratios of return to risk, drawdowns, and the comparison
 * with a benchmark. A figure without a prefix is per period of the returns, one that begins with
 * {@code annual} is per year; where nothing else is said squares are divided by n − 1, and a name
 * that ends with {@code Population} says that they are divided by n.
 */
@NullMarked
package io.ratel.quant.performance;

import org.jspecify.annotations.NullMarked;

/**
 * Averages and what is made of nothing else. Each is a {@link io.ratel.marketdata.indicator.Step}
 * that others build on; an exponential one starts at the mean of its first values, and one that
 * runs on another's output starts when that has its first number.
 */
@NullMarked
package io.ratel.marketdata.indicator.average;

import org.jspecify.annotations.NullMarked;

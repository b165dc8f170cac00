/**
 * Indicators beside what they ought to be: their own incremental form, a slow recomputation of
 * every window, TA-Lib, and printed numbers.
 */
@NullMarked
package io.ratel.marketdata.indicator;

import org.jspecify.annotations.NullMarked;

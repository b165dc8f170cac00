/** What the figures of market data are taken from is what it says it is. */
@NullMarked
package io.ratel.benchmarks.market;

import org.jspecify.annotations.NullMarked;

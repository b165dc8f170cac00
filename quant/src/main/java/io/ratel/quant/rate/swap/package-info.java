/** Contracts on rates alone: swaps of fixed for floating interest, and forward rate agreements. */
@NullMarked
package io.ratel.quant.rate.swap;

import org.jspecify.annotations.NullMarked;

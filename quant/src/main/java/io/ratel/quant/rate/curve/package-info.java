/**
 * Curves of interest: what a promise of money at each time is worth now, between and beyond the
 * times that markets quote.
 */
@NullMarked
package io.ratel.quant.rate.curve;

import org.jspecify.annotations.NullMarked;

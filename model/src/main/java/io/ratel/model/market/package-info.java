/**
 * Market events as any venue reports them. A {@link io.ratel.model.market.Market} carries the
 * number of decimals its prices and quantities need, so that a {@code long} holds the venue's own
 * digits.
 */
@NullMarked
package io.ratel.model.market;

import org.jspecify.annotations.NullMarked;

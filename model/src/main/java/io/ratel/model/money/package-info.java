/**
 * Money as {@code long}: an amount is a count of an asset's minor units, a price a count of ticks,
 * a quantity a count of lots. Text enters and leaves through {@link
 * io.ratel.model.money.FixedPoint}, which refuses what it cannot hold exactly.
 */
@NullMarked
package io.ratel.model.money;

import org.jspecify.annotations.NullMarked;

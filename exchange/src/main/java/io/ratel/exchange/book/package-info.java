/**
 * Resting orders: one slab of {@code long}s for all of them, one book per instrument with its price
 * levels in sorted arrays, best at the end. Nothing here knows of money.
 */
@NullMarked
package io.ratel.exchange.book;

import org.jspecify.annotations.NullMarked;

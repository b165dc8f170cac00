/**
 * Resting orders: one slab of {@code long}s for all of them, one book per instrument with its price
 * levels in a window of ticks around the market, found by bitmaps. Nothing here knows of money.
 */
@NullMarked
package io.ratel.exchange.book;

import org.jspecify.annotations.NullMarked;

/**
 * Resting orders: one slab of {@code long}s for all of them, one book per instrument with its price
 * levels in a window of ticks around the market, found by bitmaps. A book shows its displayed
 * orders and the slices of its icebergs and keeps hidden ones behind them; it matches order by
 * order, or all at one price after an auction. Nothing here knows of money.
 */
@NullMarked
package io.ratel.exchange.book;

import org.jspecify.annotations.NullMarked;

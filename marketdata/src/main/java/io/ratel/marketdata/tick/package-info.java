/**
 * What stays. {@link io.ratel.marketdata.tick.TickStore} is the port to the store of trades and
 * bars, {@link io.ratel.marketdata.tick.TickWriter} the one writer before it: it batches, and makes
 * the bars that a batch touches from the trades that are stored, so that writing again, writing
 * late and writing after a crash all end in the same rows.
 */
@NullMarked
package io.ratel.marketdata.tick;

import org.jspecify.annotations.NullMarked;

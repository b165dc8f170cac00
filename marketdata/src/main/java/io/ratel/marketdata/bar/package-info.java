/**
 * Bars from trades, by the venue's time, in exact arithmetic. {@link
 * io.ratel.marketdata.bar.BarAggregator} keeps the forming ones and corrects them while a trade may
 * still come late; {@link io.ratel.marketdata.bar.Rollup} computes stored ones from what is stored,
 * so that a bar is always what its trades say, however often and in whichever order they came.
 */
@NullMarked
package io.ratel.marketdata.bar;

import org.jspecify.annotations.NullMarked;

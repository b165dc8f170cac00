/**
 * What a market's operator sets and may set anew: fees by tier, margins by bracket, the price band,
 * the calendar. What an instrument is for ever stands in {@link
 * io.ratel.model.instrument.Instrument}.
 */
@NullMarked
package io.ratel.exchange.instrument;

import org.jspecify.annotations.NullMarked;

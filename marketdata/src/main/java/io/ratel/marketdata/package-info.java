/**
 * From a venue's frame to a subscriber's bar: feeds are normalised, sequenced, made into books and
 * bars, stored and relayed. {@link io.ratel.marketdata.MarketViews} is what the doors read; our own
 * exchange is one more venue here.
 */
@NullMarked
package io.ratel.marketdata;

import org.jspecify.annotations.NullMarked;

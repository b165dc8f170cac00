/**
 * A pair over all the venues that trade it, ours among them: the best bid and ask with the market
 * that has it, from good quotes only, and the average price of what traded lately. {@link
 * io.ratel.marketdata.pair.PairBoard} makes a pair anew when one of its markets has changed. What
 * belongs to a pair has the slot of both its legs, so that one owner has all of it.
 */
@NullMarked
package io.ratel.marketdata.pair;

import org.jspecify.annotations.NullMarked;

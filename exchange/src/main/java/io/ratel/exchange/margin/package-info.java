/**
 * How much money must stand behind a position. A {@link io.ratel.exchange.margin.MarginSchedule} is
 * an instrument's tariff, progressive like a tax table; {@link io.ratel.exchange.margin.Margins}
 * says which notional it is applied to, counting what resting orders could still add. Whose money
 * it is, and what happens when there is too little, is decided elsewhere.
 */
@NullMarked
package io.ratel.exchange.margin;

import org.jspecify.annotations.NullMarked;

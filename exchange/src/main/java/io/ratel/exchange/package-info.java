/**
 * The trading machine: {@link io.ratel.exchange.Exchange} turns a command and its timestamp into
 * numbered events, deterministically, on one thread, without I/O, clock, chance or allocation on
 * the hot path. Commands enter and events leave as SBE messages; the records in {@code command} and
 * {@code event} are the same things for those who are not in a hurry. The ports here are how the
 * rest of the house sends commands ({@link io.ratel.exchange.OrderEntry}) and reads events ({@link
 * io.ratel.exchange.EventLog}).
 */
@NullMarked
package io.ratel.exchange;

import org.jspecify.annotations.NullMarked;

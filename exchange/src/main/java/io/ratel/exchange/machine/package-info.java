/**
 * The machine: what it keeps ({@link io.ratel.exchange.machine.Machine}), how a command finds who
 * applies it, and the life of an order from the door to the book and out again. Its parts know each
 * other through the machine, and nobody else knows them: what others may use is in {@link
 * io.ratel.exchange}.
 */
@NullMarked
package io.ratel.exchange.machine;

import org.jspecify.annotations.NullMarked;

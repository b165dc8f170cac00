/**
 * Prices, risk, covariance and performance. Each figure is one plain method on numbers; a {@link
 * io.ratel.quant.function.QuantFunction} says what it takes and gives, by which convention it is
 * computed and after whom, and is what the doors, the reports and the screens ask. Nothing here
 * reads a clock, a file or a socket, and chance enters by a seed.
 */
@NullMarked
package io.ratel.quant;

import org.jspecify.annotations.NullMarked;

/**
 * The numerical ground: the normal distribution to full precision, and what else several figures
 * stand on. Plain static methods on numbers and arrays that allocate nothing.
 */
@NullMarked
package io.ratel.quant.numeric;

import org.jspecify.annotations.NullMarked;

/**
 * Options whose payment jumps or looks back on the way: digitals and gaps, lookbacks on the lowest
 * or highest price, and Asians on the average, in closed form where there is one.
 */
@NullMarked
package io.ratel.quant.pricing.exotic;

import org.jspecify.annotations.NullMarked;

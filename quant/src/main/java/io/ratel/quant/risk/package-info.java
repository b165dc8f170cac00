/**
 * What may be lost. Of returns, value at risk and shortfall are returns too, negative when they are
 * losses; of positions in money they are amounts, positive when they are losses. Every function
 * says which it is, and whether it divides by n or by n − 1.
 */
@NullMarked
package io.ratel.quant.risk;

import org.jspecify.annotations.NullMarked;

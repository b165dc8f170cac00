/** European calls and puts in closed form, and the volatility that a price implies. */
@NullMarked
package io.ratel.quant.pricing.vanilla;

import org.jspecify.annotations.NullMarked;

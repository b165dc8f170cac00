/**
 * Options when volatility moves by chance: Heston's model by the integral of its characteristic
 * function, and the SABR model by Hagan's implied volatility, with its calibration to a smile.
 */
@NullMarked
package io.ratel.quant.pricing.stochastic;

import org.jspecify.annotations.NullMarked;

/**
 * Options that may be exercised at any time: the high-precision integral equation of the exercise
 * boundary, binomial trees, and the approximations of textbooks, each under its author's name.
 */
@NullMarked
package io.ratel.quant.pricing.american;

import org.jspecify.annotations.NullMarked;

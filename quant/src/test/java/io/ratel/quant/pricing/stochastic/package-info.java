@NullMarked
package io.ratel.quant.pricing.stochastic;

import org.jspecify.annotations.NullMarked;

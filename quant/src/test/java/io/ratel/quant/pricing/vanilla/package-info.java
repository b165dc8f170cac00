@NullMarked
package io.ratel.quant.pricing.vanilla;

import org.jspecify.annotations.NullMarked;

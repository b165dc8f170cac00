@NullMarked
package io.ratel.quant.pricing.american;

import org.jspecify.annotations.NullMarked;

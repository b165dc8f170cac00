@NullMarked
package io.ratel.quant.pricing.exotic;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.ratel.quant.pricing.barrier;

import org.jspecify.annotations.NullMarked;

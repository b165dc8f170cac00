@NullMarked
package io.ratel.quant.rate.curve;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.ratel.quant.rate;

import org.jspecify.annotations.NullMarked;

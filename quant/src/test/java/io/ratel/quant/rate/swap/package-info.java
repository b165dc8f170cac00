@NullMarked
package io.ratel.quant.rate.swap;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.ratel.quant.numeric;

import org.jspecify.annotations.NullMarked;

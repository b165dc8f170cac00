@NullMarked
package io.ratel.quant.function;

import org.jspecify.annotations.NullMarked;

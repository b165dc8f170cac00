@NullMarked
package io.ratel.quant.kernel;

import org.jspecify.annotations.NullMarked;

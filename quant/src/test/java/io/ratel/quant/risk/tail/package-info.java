@NullMarked
package io.ratel.quant.risk.tail;

import org.jspecify.annotations.NullMarked;

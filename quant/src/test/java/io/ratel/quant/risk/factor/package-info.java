@NullMarked
package io.ratel.quant.risk.factor;

import org.jspecify.annotations.NullMarked;

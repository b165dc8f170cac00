@NullMarked
package io.ratel.quant.volatility;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.ratel.quant.risk;

import org.jspecify.annotations.NullMarked;

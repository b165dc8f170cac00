@NullMarked
package io.ratel.quant.risk.stress;

import org.jspecify.annotations.NullMarked;

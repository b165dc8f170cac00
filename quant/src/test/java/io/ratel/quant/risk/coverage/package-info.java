@NullMarked
package io.ratel.quant.risk.coverage;

import org.jspecify.annotations.NullMarked;

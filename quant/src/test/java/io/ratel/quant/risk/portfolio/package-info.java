@NullMarked
package io.ratel.quant.risk.portfolio;

import org.jspecify.annotations.NullMarked;

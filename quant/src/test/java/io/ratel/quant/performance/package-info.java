@NullMarked
package io.ratel.quant.performance;

import org.jspecify.annotations.NullMarked;

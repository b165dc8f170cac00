@NullMarked
package io.ratel.quant.portfolio;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.ratel.quant.rate.date;

import org.jspecify.annotations.NullMarked;

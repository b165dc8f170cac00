@NullMarked
package io.ratel.quant.statistic;

import org.jspecify.annotations.NullMarked;

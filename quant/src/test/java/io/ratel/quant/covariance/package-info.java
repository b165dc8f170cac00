@NullMarked
package io.ratel.quant.covariance;

import org.jspecify.annotations.NullMarked;

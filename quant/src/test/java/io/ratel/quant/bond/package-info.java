@NullMarked
package io.ratel.quant.bond;

import org.jspecify.annotations.NullMarked;

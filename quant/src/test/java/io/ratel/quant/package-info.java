/** The room's catalog. */
@NullMarked
package io.ratel.quant;

import org.jspecify.annotations.NullMarked;

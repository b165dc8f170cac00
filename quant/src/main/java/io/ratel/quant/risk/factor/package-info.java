/** Returns explained by a few factors, given ones or those that explain most. */
@NullMarked
package io.ratel.quant.risk.factor;

import org.jspecify.annotations.NullMarked;

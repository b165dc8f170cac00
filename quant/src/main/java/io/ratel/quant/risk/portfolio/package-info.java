/**
 * The risk of several positions and what each of them adds: Euler's decomposition, so that
 * components add up to the whole. Amounts that may be lost are positive here.
 */
@NullMarked
package io.ratel.quant.risk.portfolio;

import org.jspecify.annotations.NullMarked;

/** Value at risk and expected shortfall of one series of returns, by five methods. */
@NullMarked
package io.ratel.quant.risk.tail;

import org.jspecify.annotations.NullMarked;

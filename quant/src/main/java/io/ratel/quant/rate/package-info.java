/**
 * Interest: what dates and compounding mean, the curves that markets imply, and the contracts on
 * rates alone. A rate is a fraction per year, 0.05 for five per cent.
 */
@NullMarked
package io.ratel.quant.rate;

import org.jspecify.annotations.NullMarked;

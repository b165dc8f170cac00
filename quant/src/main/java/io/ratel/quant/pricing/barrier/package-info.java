/**
 * Options that come to life or die when the asset's price touches a level: Reiner and Rubinstein's
 * closed forms with a rebate, and the shift of the level that stands for watching now and then.
 */
@NullMarked
package io.ratel.quant.pricing.barrier;

import org.jspecify.annotations.NullMarked;

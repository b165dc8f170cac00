/**
 * What would be lost if: shocks that somebody names, days that have been, and the likeliest shock
 * that loses a given amount. Profits are positive, losses negative.
 */
@NullMarked
package io.ratel.quant.risk.stress;

import org.jspecify.annotations.NullMarked;

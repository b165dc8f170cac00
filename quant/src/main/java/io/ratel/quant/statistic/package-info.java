/**
 * What samples say: moments, quantiles, ranks, regressions. Plain static methods on arrays that
 * allocate nothing unless they return an array. A missing number is NaN; a method that does not say
 * it skips them answers NaN where there is one, and {@link io.ratel.quant.statistic.Missing} takes
 * them out.
 */
@NullMarked
package io.ratel.quant.statistic;

import org.jspecify.annotations.NullMarked;

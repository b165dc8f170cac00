/**
 * Numbers drawn from bars. An {@link io.ratel.marketdata.indicator.Indicator} says what it takes
 * and gives and starts an {@link io.ratel.marketdata.indicator.IndicatorRun}, which is shown one
 * row after the other; a whole series is the same run over its rows, so that the incremental and
 * the batch form cannot differ by a bit. The {@link io.ratel.marketdata.indicator.IndicatorCatalog}
 * holds ours, which the packages below define, and those that a {@link java.util.ServiceLoader}
 * finds.
 */
@NullMarked
package io.ratel.marketdata.indicator;

import org.jspecify.annotations.NullMarked;

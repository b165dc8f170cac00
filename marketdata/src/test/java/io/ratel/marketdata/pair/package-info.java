/** What a pair costs, against sums made another way. */
@NullMarked
package io.ratel.marketdata.pair;

import org.jspecify.annotations.NullMarked;

/** What comes before the store of series. */
@NullMarked
package io.ratel.marketdata.series;

import org.jspecify.annotations.NullMarked;

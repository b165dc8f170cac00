/** Factors on their dates, on prices and on volumes. */
@NullMarked
package io.ratel.marketdata.adjustment;

import org.jspecify.annotations.NullMarked;

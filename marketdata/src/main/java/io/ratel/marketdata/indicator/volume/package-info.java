/**
 * What moves with a price: volume, and the price that it was traded at. Sums that never end are
 * compensated; those of a session start anew at midnight UTC.
 */
@NullMarked
package io.ratel.marketdata.indicator.volume;

import org.jspecify.annotations.NullMarked;

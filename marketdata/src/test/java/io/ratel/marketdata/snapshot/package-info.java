/** Samples of hours and days: taken, healed, added up and dropped. */
@NullMarked
package io.ratel.marketdata.snapshot;

import org.jspecify.annotations.NullMarked;

/**
 * Prices of shares as if their splits and dividends had been paid long ago. The factors come from
 * files in LEAN's form, are kept as series, and are applied to bars when somebody asks; what is
 * stored stays as it traded.
 */
@NullMarked
package io.ratel.marketdata.adjustment;

import org.jspecify.annotations.NullMarked;

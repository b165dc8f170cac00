/**
 * How much there is of what: every table of every store, as the stores' own books have it, so that
 * nobody has to count rows to know.
 */
@NullMarked
package io.ratel.marketdata.storage;

import org.jspecify.annotations.NullMarked;

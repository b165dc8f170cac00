/**
 * Bybit's public spot feed in its fifth version: trades, the best level as a quote, and books that
 * begin with a snapshot and go on with changes numbered one by one.
 */
@NullMarked
package io.ratel.adapters.bybit;

import org.jspecify.annotations.NullMarked;

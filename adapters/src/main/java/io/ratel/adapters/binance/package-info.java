/**
 * Binance's spot feed and that of its sister venues: trades, best prices and the numbered changes
 * of the book over a snapshot that is asked for apart.
 */
@NullMarked
package io.ratel.adapters.binance;

import org.jspecify.annotations.NullMarked;

/**
 * OKX's public feed in its fifth version: trades, tickers and books of 400 levels. Each change of a
 * book names the one before it; older recordings have a checksum over the best levels instead, and
 * either one that does not fit puts the book in doubt.
 */
@NullMarked
package io.ratel.adapters.okx;

import org.jspecify.annotations.NullMarked;

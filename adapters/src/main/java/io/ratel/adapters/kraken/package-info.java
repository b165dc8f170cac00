/**
 * Kraken's public feed in its first version: trades, spreads, tickers and the book to the depth
 * that was subscribed to. Its changes carry no numbers but a checksum over the digits of the best
 * levels, so the digits are kept as they were sent, and a book whose sum is wrong is in doubt.
 */
@NullMarked
package io.ratel.adapters.kraken;

import org.jspecify.annotations.NullMarked;

/**
 * Coinbase Exchange's public feed: matches, tickers and the level-2 book. Its changes carry no
 * numbers, so a change that cannot be read makes its book unknown until the next snapshot.
 */
@NullMarked
package io.ratel.adapters.coinbase;

import org.jspecify.annotations.NullMarked;

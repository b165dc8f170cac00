/**
 * Bitstamp's public feed: trades and the changes of the whole book over a snapshot that is asked
 * for apart. Changes carry the venue's time in microseconds, which orders them, but not the one
 * before them.
 */
@NullMarked
package io.ratel.adapters.bitstamp;

import org.jspecify.annotations.NullMarked;

/**
 * Live data over WebSockets. A {@link io.ratel.gateway.stream.Hub} owns all topics on one thread:
 * it turns changes of the markets and of accounts into numbered deltas, once for everyone, and
 * hands them to sockets on their event loops. A topic sends its first change after a quiet spell at
 * once and later ones every 100 ms; a socket that cannot keep up misses deltas and gets a snapshot
 * instead.
 */
@NullMarked
package io.ratel.gateway.stream;

import org.jspecify.annotations.NullMarked;

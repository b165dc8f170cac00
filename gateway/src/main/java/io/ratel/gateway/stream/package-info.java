/**
 * Live data over WebSockets. A {@link io.ratel.gateway.stream.Hub} owns all topics on one thread:
 * it turns changes of the markets and of accounts into numbered deltas, once for everyone, and
 * hands them to sockets on their event loops. A topic sends its first change after a quiet spell at
 * once and later ones every 100 ms; a socket that cannot keep up misses deltas and gets a snapshot
 * instead. A reader that wants less is brought what has changed as one message, one that holds a
 * pattern every topic that fits, and one that asks from a moment on what was before, which goes
 * over into what is live.
 */
@NullMarked
package io.ratel.gateway.stream;

import org.jspecify.annotations.NullMarked;

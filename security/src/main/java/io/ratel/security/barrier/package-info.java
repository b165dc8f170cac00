/**
 * Barriers: tokens minted before one are void. A barrier stands for a user, a session, a pool or an
 * address; a token passes only when it is younger than every barrier that concerns it. They are
 * kept in a store that all nodes share and told to each at once; {@link
 * io.ratel.security.barrier.Barriers} is what one node knows of them, and knows when it does not
 * know enough.
 */
@NullMarked
package io.ratel.security.barrier;

import org.jspecify.annotations.NullMarked;

/**
 * Venues' histories over HTTP, each within a rate of its own beside its feed's. Answers are read
 * whole or not at all; 429, 418 and 503 are waited out, other failures tried again after a random
 * time, a few times. Trades carry the ids of the venue's stream, so that what was followed and what
 * is fetched meet without doubling.
 */
@NullMarked
package io.ratel.adapters.history;

import org.jspecify.annotations.NullMarked;

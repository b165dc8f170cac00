/**
 * How much anybody may ask. There are three tiers that cannot starve each other (API, stream,
 * static files), each with a {@link io.ratel.security.rate.Rate} for every licence and one for all
 * who share an address. A request is counted against a few {@link io.ratel.security.rate.Subject}s
 * at once (its address, and who asks) by a {@link io.ratel.security.rate.RateLimiter}: one node
 * counts in {@link io.ratel.security.rate.LocalBuckets}, flat memory of a bounded number of keys; a
 * fleet counts in a store that its nodes share. Time is given to it.
 */
@NullMarked
package io.ratel.security.rate;

import org.jspecify.annotations.NullMarked;

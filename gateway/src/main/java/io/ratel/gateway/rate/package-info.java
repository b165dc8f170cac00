/**
 * Rate limits at the doors. {@link io.ratel.gateway.rate.RateGate} asks twice: when a request
 * arrives, for its address, before anything is read or checked; and when it is known who asks, for
 * the user, the API key, or the address of who did not sign in. What it answers becomes the headers
 * {@code RateLimit-Policy} and {@code RateLimit}, or 429.
 */
@NullMarked
package io.ratel.gateway.rate;

import org.jspecify.annotations.NullMarked;

/**
 * A venue that lives by itself: markets, a funded user with a managed portfolio and a past, a
 * season of matches, and bots that trade as anyone would. Everything but the time of day follows
 * from one seed.
 */
@NullMarked
package io.ratel.server.demo;

import org.jspecify.annotations.NullMarked;

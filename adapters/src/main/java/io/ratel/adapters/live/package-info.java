/**
 * The live feeds together: which venues can be spoken to ({@link
 * io.ratel.adapters.live.VenueKind}), and those that run ({@link io.ratel.adapters.live.LiveFeeds})
 * with the order in which one stands in for another.
 */
@NullMarked
package io.ratel.adapters.live;

import org.jspecify.annotations.NullMarked;

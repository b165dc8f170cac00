/**
 * What the live connections of all venues have in common. A {@link
 * io.ratel.adapters.venue.VenueProtocol} says how one venue is spoken to; {@link
 * io.ratel.adapters.venue.LiveFeed} keeps the connection, hands frames to the venue's reader, and
 * asks for a book again when it is in doubt.
 */
@NullMarked
package io.ratel.adapters.venue;

import org.jspecify.annotations.NullMarked;

/**
 * Venues of the test's own: a {@link io.ratel.adapters.venue.script.ScriptedVenue} is an exchange
 * with one book that tells it in a venue's published format, and {@link
 * io.ratel.adapters.venue.script.LocalVenue} serves it on a local port over WebSocket and HTTP.
 */
@NullMarked
package io.ratel.adapters.venue.script;

import org.jspecify.annotations.NullMarked;

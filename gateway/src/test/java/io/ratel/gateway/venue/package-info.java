/** A gateway that is open, with everything behind it made by hand, and clients to knock at it. */
@NullMarked
package io.ratel.gateway.venue;

import org.jspecify.annotations.NullMarked;

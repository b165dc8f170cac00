/** The shapes that clients see. */
@NullMarked
package io.ratel.gateway.wire;

import org.jspecify.annotations.NullMarked;

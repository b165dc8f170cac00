/** Buckets against twins that keep every moment, at the edges and with more keys than places. */
@NullMarked
package io.ratel.security.rate;

import org.jspecify.annotations.NullMarked;

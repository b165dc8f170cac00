/** What stands behind a test's doors of identity, keys, pools, rates, audit and certificates. */
@NullMarked
package io.ratel.gateway.venue.trust;

import org.jspecify.annotations.NullMarked;

/** Pools asked over HTTP: their life, and every role against every operation. */
@NullMarked
package io.ratel.gateway.pool;

import org.jspecify.annotations.NullMarked;

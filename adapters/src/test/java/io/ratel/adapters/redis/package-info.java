/** Nodes that count together in a Redis that the test starts, stops and starts again. */
@NullMarked
package io.ratel.adapters.redis;

import org.jspecify.annotations.NullMarked;

/**
 * Sources that are asked: each {@link io.ratel.adapters.polled.PolledSource} says what to ask and
 * how often, and reads the answer into a {@link io.ratel.adapters.polled.PolledSink}; asking,
 * pacing, waiting out refusals and counting are the same for all of them.
 */
@NullMarked
package io.ratel.adapters.polled;

import org.jspecify.annotations.NullMarked;

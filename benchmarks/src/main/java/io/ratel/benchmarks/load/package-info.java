/**
 * Callers that put load on something and note how long each call took: an open loop that keeps its
 * pace whatever the answers do, and a closed loop in which each caller waits for its answer.
 */
@NullMarked
package io.ratel.benchmarks.load;

import org.jspecify.annotations.NullMarked;

/**
 * The figures of the spine: how soon a venue is there, what it takes while it runs, how long an
 * order takes on its way through the log, and how soon it is back after it was killed.
 */
@NullMarked
package io.ratel.benchmarks.spine;

import org.jspecify.annotations.NullMarked;

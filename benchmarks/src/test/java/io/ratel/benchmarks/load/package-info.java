/** Callers and samples, tried on calls that take no time. */
@NullMarked
package io.ratel.benchmarks.load;

import org.jspecify.annotations.NullMarked;

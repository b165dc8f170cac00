/** What the measurements of the spine count and what they send. */
@NullMarked
package io.ratel.benchmarks.spine;

import org.jspecify.annotations.NullMarked;

/** Medians, and a workplace that leaves nothing behind. */
@NullMarked
package io.ratel.benchmarks.measure;

import org.jspecify.annotations.NullMarked;

/** The command line of the benchmarks and what it prints, tried without measuring anything. */
@NullMarked
package io.ratel.benchmarks;

import org.jspecify.annotations.NullMarked;

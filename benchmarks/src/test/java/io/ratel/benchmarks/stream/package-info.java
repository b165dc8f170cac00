@NullMarked
package io.ratel.benchmarks.stream;

import org.jspecify.annotations.NullMarked;

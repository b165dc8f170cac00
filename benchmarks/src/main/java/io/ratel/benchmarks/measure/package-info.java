/**
 * What every benchmark is made of: measurements that hand out rows of figures, and the workplace
 * that they work in and that is cleared away after them, however they end.
 */
@NullMarked
package io.ratel.benchmarks.measure;

import org.jspecify.annotations.NullMarked;

/**
 * What a bar costs an indicator, at once and one by one, beside TA-Lib's Java port and ta4j on the
 * same bars in the same run.
 */
@NullMarked
package io.ratel.benchmarks.indicator;

import org.jspecify.annotations.NullMarked;

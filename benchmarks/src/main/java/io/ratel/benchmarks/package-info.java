/**
 * {@code ratel bench NAME}: measures the platform as a user runs it and prints a row for each
 * figure. Measuring is apart from judging: nothing here passes or fails on a clock.
 */
@NullMarked
package io.ratel.benchmarks;

import org.jspecify.annotations.NullMarked;

/**
 * What each option of the profile {@code latency} gives on this machine: the same work with and
 * without it, by turns. What a JVM must be started with is measured in processes of its own.
 */
@NullMarked
package io.ratel.benchmarks.latency;

import org.jspecify.annotations.NullMarked;

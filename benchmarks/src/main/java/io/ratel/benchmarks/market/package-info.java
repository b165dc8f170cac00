/**
 * Market data: ticks through what a process keeps of each market, frames of venues through their
 * readers, rows into the store, and what a symbol takes in memory.
 */
@NullMarked
package io.ratel.benchmarks.market;

import org.jspecify.annotations.NullMarked;

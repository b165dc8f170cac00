/**
 * A venue to measure: as a process of its own, started as the launcher starts it and talked to over
 * connections that stay open, or as an exchange behind its log in this process.
 */
@NullMarked
package io.ratel.benchmarks.venue;

import org.jspecify.annotations.NullMarked;

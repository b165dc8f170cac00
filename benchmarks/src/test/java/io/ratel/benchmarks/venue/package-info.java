/** Connections, process accounts and an exchange behind its log, each on the real thing. */
@NullMarked
package io.ratel.benchmarks.venue;

import org.jspecify.annotations.NullMarked;

/** What a door asks before each request: whether a token stands, and whether it may do this. */
@NullMarked
package io.ratel.benchmarks.trust;

import org.jspecify.annotations.NullMarked;

/** Barriers on a clock that the test rules. */
@NullMarked
package io.ratel.security.barrier;

import org.jspecify.annotations.NullMarked;

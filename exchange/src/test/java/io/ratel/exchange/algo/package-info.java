/** Tests of parent orders under clocks that tick late and children that fill as they like. */
@NullMarked
package io.ratel.exchange.algo;

import org.jspecify.annotations.NullMarked;

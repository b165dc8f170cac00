/** Tests of positions. */
@NullMarked
package io.ratel.exchange.position;

import org.jspecify.annotations.NullMarked;

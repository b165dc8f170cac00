/** Tests of positions, against a twin that keeps every opening in a list. */
@NullMarked
package io.ratel.exchange.position;

import org.jspecify.annotations.NullMarked;

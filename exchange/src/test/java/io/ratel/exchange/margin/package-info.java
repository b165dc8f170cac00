/** Tests of margin, against published cases and sums made unit by unit. */
@NullMarked
package io.ratel.exchange.margin;

import org.jspecify.annotations.NullMarked;

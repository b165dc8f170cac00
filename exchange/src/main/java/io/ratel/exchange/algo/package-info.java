/**
 * Parent orders: large ones that are worked as small children over time, so that the market moves
 * less. A parent never trades itself. It says how much should be in the market at a moment and when
 * to ask again; the machine sends, cancels and reports the children.
 */
@NullMarked
package io.ratel.exchange.algo;

import org.jspecify.annotations.NullMarked;

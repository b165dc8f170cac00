/**
 * Time as the machine knows it: the time of a command, and what is due by then. Whatever has to
 * happen at a moment is a timer; a trading calendar says what a market's state is at a moment and
 * when it changes. Times are nanoseconds since 1970 UTC.
 */
@NullMarked
package io.ratel.exchange.time;

import org.jspecify.annotations.NullMarked;

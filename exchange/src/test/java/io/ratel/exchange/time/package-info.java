/** Tests of timers against a sorted set, and of calendars against a walk from minute to minute. */
@NullMarked
package io.ratel.exchange.time;

import org.jspecify.annotations.NullMarked;

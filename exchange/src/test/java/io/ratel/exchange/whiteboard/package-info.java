/**
 * The exchange as one would write it on a whiteboard, to hold the machine against: lists that are
 * searched and sorted whenever something is asked, and big integers. It shares no code with the
 * machine, only the nouns of its orders.
 */
@NullMarked
package io.ratel.exchange.whiteboard;

import org.jspecify.annotations.NullMarked;

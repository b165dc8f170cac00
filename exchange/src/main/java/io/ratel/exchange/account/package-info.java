/**
 * Who trades: the accounts by the order in which they were opened, how each trades, what it may do
 * at most and what it has done of that, and which orders of its rest. The first five belong to the
 * house.
 */
@NullMarked
package io.ratel.exchange.account;

import org.jspecify.annotations.NullMarked;

/**
 * What a market was: one question for past, present and both. Rows come from the store and from
 * what waits before it; a ledger of coverage knows which spans of time are stored whole, so an
 * answer that is short says what is missing. What is missing can be asked for: the question becomes
 * a work item, which a process that reaches the venue takes on a lease, fetches page by page,
 * stores, enters into the ledger and announces. A process that dies in between leaves an item that
 * another takes over; what it had stored is stored once.
 */
@NullMarked
package io.ratel.marketdata.history;

import org.jspecify.annotations.NullMarked;

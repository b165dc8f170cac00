/**
 * Whether the tables say what the machine says. A past state of the machine is made from the log
 * and held against the tables of the same event; each difference is a break that names its place,
 * the truth, what was found, and what mends it. Here is what the machine's side of that needs: its
 * open orders wherever they are, its own books, and the report.
 */
@NullMarked
package io.ratel.exchange.reconciliation;

import org.jspecify.annotations.NullMarked;

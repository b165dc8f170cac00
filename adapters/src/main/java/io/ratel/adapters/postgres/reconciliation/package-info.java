/**
 * The tables' side of a reconciliation. Tables that tell a state are read through cursors and held
 * against the machine row by row; tables that tell a history, of which the machine keeps nothing,
 * are held against each other by PostgreSQL and against the machine's balances by their sums. All
 * of it in one transaction that sees one moment.
 */
@NullMarked
package io.ratel.adapters.postgres.reconciliation;

import org.jspecify.annotations.NullMarked;

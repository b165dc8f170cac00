/**
 * The ledger of what is stored whole, and the work items for what is not, in schema {@code
 * platform}. Items are taken with {@code for update skip locked} on a lease by the database's
 * clock; takers and topics are woken by a notification, and look once a second without one.
 */
@NullMarked
package io.ratel.adapters.postgres.history;

import org.jspecify.annotations.NullMarked;

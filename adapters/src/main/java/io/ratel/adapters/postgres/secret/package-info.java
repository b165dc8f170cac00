/**
 * Sealed secrets as rows: the newest version of each place is taken first, in the transaction that
 * writes the row, so that of two writers one waits and then finds that it came too late.
 */
@NullMarked
package io.ratel.adapters.postgres.secret;

import org.jspecify.annotations.NullMarked;

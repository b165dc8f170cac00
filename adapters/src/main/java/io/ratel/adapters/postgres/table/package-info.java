/**
 * Rows on their way into tables and values on their way out: rows are collected and written in
 * batches, numbers become exact decimals and come back the same.
 */
@NullMarked
package io.ratel.adapters.postgres.table;

import org.jspecify.annotations.NullMarked;

/** Hearing of what other processes have written, by PostgreSQL's notifications. */
@NullMarked
package io.ratel.adapters.postgres.notice;

import org.jspecify.annotations.NullMarked;

/** Work items and the ledger in a real PostgreSQL. */
@NullMarked
package io.ratel.adapters.postgres.history;

import org.jspecify.annotations.NullMarked;

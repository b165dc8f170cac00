/** What proves who a user is, on a real PostgreSQL. */
@NullMarked
package io.ratel.adapters.postgres.identity;

import org.jspecify.annotations.NullMarked;

/** Who may come in, on a real PostgreSQL and two nodes that share it. */
@NullMarked
package io.ratel.adapters.postgres.access;

import org.jspecify.annotations.NullMarked;

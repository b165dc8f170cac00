/**
 * The relational side, by PostgreSQL: {@link io.ratel.adapters.postgres.EmbeddedPostgresServer}
 * runs one inside the data directory of a laptop, {@link io.ratel.adapters.postgres.Database}
 * connects to it or to a fleet's, {@link io.ratel.adapters.postgres.PostgresProjection} writes the
 * exchange's events into schema {@code projection} and {@link
 * io.ratel.adapters.postgres.PostgresViews} reads them; schema {@code platform} is a system of
 * record of its own.
 */
@NullMarked
package io.ratel.adapters.postgres;

import org.jspecify.annotations.NullMarked;

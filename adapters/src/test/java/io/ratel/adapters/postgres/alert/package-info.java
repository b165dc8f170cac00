/** Alerts in a real PostgreSQL. */
@NullMarked
package io.ratel.adapters.postgres.alert;

import org.jspecify.annotations.NullMarked;

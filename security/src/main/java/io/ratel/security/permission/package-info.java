/**
 * Who may do what: one table with a row for every operation. A row says who of the platform may
 * ask, and which group of features an API key needs. The check at the door, the documentation and
 * the test of every combination all read {@link io.ratel.security.permission.Permissions}.
 */
@NullMarked
package io.ratel.security.permission;

import org.jspecify.annotations.NullMarked;

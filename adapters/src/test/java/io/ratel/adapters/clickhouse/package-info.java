/** The store of a fleet, against Debian's server. */
@NullMarked
package io.ratel.adapters.clickhouse;

import org.jspecify.annotations.NullMarked;

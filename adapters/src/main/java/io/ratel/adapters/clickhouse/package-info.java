/**
 * ClickHouse as the store of daily bars and series for a fleet, over its HTTP interface, which
 * every release since 18.16 speaks.
 */
@NullMarked
package io.ratel.adapters.clickhouse;

import org.jspecify.annotations.NullMarked;

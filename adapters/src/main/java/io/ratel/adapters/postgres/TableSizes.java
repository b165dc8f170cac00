package io.ratel.adapters.postgres;

import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * How large the tables are, as the catalogue believes: no scan, and no promise, for the statistics
 * are as old as the last vacuum. Safe for any thread.
 */
public final class TableSizes {
  private final DSLContext sql;

  public TableSizes(Database database) {
    sql = database.sql();
  }

  /** Rows by table of a schema; 0 for one that was never analysed. */
  public Map<String, Long> approximateRows(String schema) {
    return sql.select(
            DSL.field("c.relname", String.class),
            DSL.field("greatest(c.reltuples, 0)::bigint", Long.class))
        .from("pg_class c join pg_namespace n on n.oid = c.relnamespace")
        .where("n.nspname = {0} and c.relkind = 'r'", DSL.param("schema", schema))
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  /** Bytes by table of a schema, indexes included. */
  public Map<String, Long> bytes(String schema) {
    return sql.select(
            DSL.field("c.relname", String.class),
            DSL.field("pg_total_relation_size(c.oid)", Long.class))
        .from("pg_class c join pg_namespace n on n.oid = c.relnamespace")
        .where("n.nspname = {0} and c.relkind = 'r'", DSL.param("schema", schema))
        .fetchMap(row -> row.value1(), row -> row.value2());
  }
}

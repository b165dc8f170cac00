package io.ratel.adapters.postgres.sample;

import io.ratel.adapters.postgres.Database;
import io.ratel.marketdata.storage.StoredTable;
import io.ratel.marketdata.storage.StoredTables;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/**
 * How large the tables of all schemas are, as the catalogue believes: no scan, and no promise, for
 * the rows are as of the last vacuum. Safe for any thread.
 */
public final class PostgresTables implements StoredTables {
  /** Reads the catalogue and the sizes of files. */
  static final String SQL =
      "select n.nspname || '.' || c.relname as name, greatest(c.reltuples, 0)::bigint as rows,"
          + " pg_total_relation_size(c.oid) as bytes"
          + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
          + " where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')"
          + " order by name";

  private final DSLContext sql;

  public PostgresTables(Database database) {
    sql = database.sql();
  }

  @Override
  public List<StoredTable> tables() {
    return sql.fetch(SQL)
        .map(
            row ->
                new StoredTable(
                    "postgres",
                    row.get("name", String.class),
                    row.get("rows", Long.class),
                    row.get("bytes", Long.class),
                    true,
                    OptionalLong.empty(),
                    OptionalLong.empty()));
  }
}

package io.ratel.adapters.postgres.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.marketdata.storage.StoredTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTablesTest {
  private static final int ROWS = 1_000_000;

  @TempDir static Path directory;

  /** The plan reads the catalogue and nothing else, and the table was never scanned. */
  @Test
  void aMillionRowsAreToldWithoutReadingOne() throws Exception {
    try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(directory);
        Database database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 2)) {
      database
          .sql()
          .execute("create table platform.many as select 1 as n from generate_series(1, ?)", ROWS);
      database.sql().execute("vacuum analyze platform.many");
      long scansBefore = scans(database);
      StoredTable many =
          new PostgresTables(database)
              .tables().stream()
                  .filter(table -> table.table().equals("platform.many"))
                  .findFirst()
                  .orElseThrow();

      assertThat((double) many.rows()).isBetween(ROWS * 0.98, ROWS * 1.02);
      assertThat(many.bytes()).isGreaterThan(ROWS);
      assertThat(many.approximate()).isTrue();
      assertThat(scans(database)).isEqualTo(scansBefore);
      assertThat(relations(database)).containsOnly("pg_class", "pg_namespace");
    }
  }

  private static long scans(Database database) {
    database.sql().execute("select pg_stat_force_next_flush()");
    return database
        .sql()
        .fetchSingle(
            "select seq_scan + coalesce(idx_scan, 0) from pg_stat_all_tables"
                + " where relname = 'many'")
        .get(0, Long.class);
  }

  private static List<String> relations(Database database) throws Exception {
    String plan =
        database
            .sql()
            .fetchSingle("explain (format json) " + PostgresTables.SQL)
            .get(0, String.class);
    JsonNode tree = new ObjectMapper().readTree(plan);
    return tree.findValuesAsText("Relation Name");
  }
}

package io.ratel.adapters.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** A pool of connections to a migrated database. Safe for any thread. */
public final class Database implements AutoCloseable {
  private final HikariDataSource pool;
  private final DSLContext sql;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.sql =
        DSL.using(
            pool,
            SQLDialect.POSTGRES,
            new Settings()
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                .withExecuteLogging(false));
  }

  /**
   * Connects and brings the schema up to date.
   *
   * @param maxConnections the pool's bound
   * @throws RuntimeException when the database cannot be reached, or its schema is a newer one
   */
  public static Database connect(String jdbcUrl, String user, String password, int maxConnections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(maxConnections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(5_000);
    config.setPoolName("postgres");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("ApplicationName", "ratel");
    // The detail of an error has values of rows in it, which do not belong into a log.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    HikariDataSource pool = new HikariDataSource(config);
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:db/postgres")
          .defaultSchema("public")
          .table("ratel_schema_history")
          .load()
          .migrate();
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
    return new Database(pool);
  }

  /** Queries, each on a connection of the pool. */
  public DSLContext sql() {
    return sql;
  }

  /** Whether a query is answered now. */
  public boolean isUp() {
    try {
      return sql.selectOne().fetchOne() != null;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}

package io.ratel.server.cli;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.server.DataDirectory;
import io.ratel.server.config.Config;
import io.ratel.server.config.ConfigReader;
import io.ratel.server.config.Options;
import java.util.function.ToIntFunction;

/** The tables for a command: a fleet's where settings name them, else the stopped venue's own. */
final class OpenTables {
  private OpenTables() {}

  /**
   * @param act gives the exit code
   * @throws StartException when the venue runs, or its data cannot be used
   */
  static int with(Options options, ToIntFunction<Database> act) {
    Config.Postgres postgres = new ConfigReader(options, System.getenv()).read().postgres();
    if (postgres.url().isPresent()) {
      return connected(postgres.url().get(), postgres, act);
    }
    try (DataDirectory held = DataDirectory.hold(options.data);
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(held.resolve("postgres"))) {
      return connected(server.jdbcUrl(), postgres, act);
    }
  }

  private static int connected(String url, Config.Postgres postgres, ToIntFunction<Database> act) {
    try (Database database =
        Database.connect(url, postgres.user(), postgres.password(), postgres.maxConnections())) {
      return act.applyAsInt(database);
    }
  }
}

package io.ratel.server.cli;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.server.DataDirectory;
import io.ratel.server.config.Config;
import io.ratel.server.config.ConfigReader;
import io.ratel.server.config.Options;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The database for a command: a fleet's where the settings name one, else that of a stopped venue.
 *
 * @param config null for the usual file
 * @param secrets null for the usual file
 */
record PlatformDatabase(Path data, @Nullable Path config, @Nullable Path secrets) {
  int with(ToIntFunction<Database> act) {
    Config.Postgres postgres = settings();
    if (postgres.url().isPresent()) {
      return connected(postgres.url().get(), postgres, act);
    }
    try (DataDirectory held = DataDirectory.hold(data);
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(held.resolve("postgres"))) {
      return connected(server.jdbcUrl(), postgres, act);
    }
  }

  Config.Postgres settings() {
    Options options = new Options();
    options.data = data;
    options.config = config;
    options.secrets = secrets;
    return new ConfigReader(options, System.getenv()).read().postgres();
  }

  private static int connected(String url, Config.Postgres postgres, ToIntFunction<Database> act) {
    try (Database database =
        Database.connect(url, postgres.user(), postgres.password(), postgres.maxConnections())) {
      return act.applyAsInt(database);
    }
  }
}

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
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The database for a command, and the options that say which: a fleet's where the settings name
 * one, else that of a stopped venue. Subcommands take the options too.
 */
final class PlatformDatabase {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The venue's data (default: ~/.ratel).")
  private Path data = Path.of(System.getProperty("user.home"), ".ratel");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Settings that name a fleet's database (default: DIR/config.yaml).")
  private @Nullable Path config;

  @Option(
      names = "--secrets",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Settings that are secret (default: DIR/secrets.yaml where it exists).")
  private @Nullable Path secrets;

  /** Where the venue keeps what is not in the database. */
  Path data() {
    return data;
  }

  /**
   * @param act gives the exit code
   * @throws StartException when the venue runs, or its data cannot be used
   */
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

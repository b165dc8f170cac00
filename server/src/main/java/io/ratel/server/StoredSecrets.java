package io.ratel.server;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.secret.PostgresSecrets;
import io.ratel.security.secret.EnvironmentKeys;
import io.ratel.security.secret.KeyFile;
import io.ratel.security.secret.KeyService;
import io.ratel.security.secret.OpenedSecret;
import io.ratel.security.secret.Owner;
import io.ratel.security.secret.Place;
import io.ratel.security.secret.SecretException;
import io.ratel.security.secret.Secrets;
import io.ratel.server.cli.ExitCode;
import io.ratel.server.cli.StartException;
import io.ratel.server.config.Config;
import io.ratel.server.config.Config.Operator;
import io.ratel.server.config.ConfigException;
import io.ratel.server.config.FeedsConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * The platform's secrets, with the master keys of the environment or else of the data directory.
 */
public final class StoredSecrets {
  private StoredSecrets() {}

  /**
   * @throws SecretException when the keys cannot be used
   */
  public static KeyService keys(Path data) {
    String inEnvironment = System.getenv(EnvironmentKeys.VARIABLE);
    return inEnvironment != null
        ? new EnvironmentKeys(inEnvironment)
        : KeyFile.loadOrCreate(data.resolve("master-keys"), new SecureRandom());
  }

  public static Secrets open(Database database, KeyService keys) {
    return new Secrets(new PostgresSecrets(database), keys, new SecureRandom());
  }

  /** Puts the stored password in place of a reference to one. */
  static Operator resolve(Operator configured, Path data, Database database) {
    if (configured.storedPassword().isEmpty()) {
      return configured;
    }
    String password = value("operator.password", configured.password(), open(database, keys(data)));
    return new Operator(configured.email(), password);
  }

  /** Feeds with their keys. */
  static FeedsConfig feeds(Config config, Secrets secrets) {
    try {
      return config.stored().feeds((key, reference) -> value(key, reference, secrets));
    } catch (ConfigException e) {
      throw new StartException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /** Sources with their keys. */
  static Config.Sources sources(Config config, Secrets secrets) {
    try {
      return config.stored().sources((key, reference) -> value(key, reference, secrets));
    } catch (ConfigException e) {
      throw new StartException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /** A setting's value: the stored one where it is {@code stored:NAME}. */
  static String value(String key, String configured, Secrets secrets) {
    if (!configured.startsWith(Operator.STORED)) {
      return configured;
    }
    String name = configured.substring(Operator.STORED.length());
    try (OpenedSecret opened = secrets.open(new Place(Owner.PLATFORM, name))) {
      return new String(opened.bytes(), StandardCharsets.UTF_8);
    } catch (SecretException e) {
      throw new StartException(ExitCode.USAGE, key + ": " + e.getMessage());
    }
  }
}

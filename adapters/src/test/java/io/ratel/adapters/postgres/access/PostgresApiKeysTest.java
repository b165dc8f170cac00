package io.ratel.adapters.postgres.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.adapters.postgres.PostgresUsers;
import io.ratel.security.apikey.ApiKey;
import io.ratel.security.apikey.KeySecret;
import io.ratel.security.identity.Role;
import io.ratel.security.permission.Feature;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresApiKeysTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  /** A34: a deleted user's keys are gone in the same statement. */
  @Test
  void keepsKeysAsLongAsTheirUser(@TempDir Path directory) {
    try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(directory);
        Database database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 4)) {
      long ann = new PostgresUsers(database).create("a@example.test", Role.TRADER, "x").id();
      PostgresApiKeys keys = new PostgresApiKeys(database);
      KeySecret secret = KeySecret.mint(new SecureRandom());
      ApiKey made =
          keys.create(
                  new ApiKey(
                      0,
                      ann,
                      Optional.empty(),
                      "bot",
                      secret.prefix(),
                      Set.of(Feature.TRADING, Feature.MARKETS),
                      List.of("192.0.2.0/24"),
                      NOW,
                      Optional.empty()),
                  secret.hash())
              .orElseThrow();

      assertThat(keys.of(ann)).containsExactly(made);
      assertThat(secret.matches(keys.findByPrefix(secret.prefix()).orElseThrow().hash())).isTrue();
      assertThat(keys.expire(ann + 1, made.id(), NOW)).isFalse();
      assertThat(keys.expire(ann, made.id(), NOW.plusSeconds(60))).isTrue();
      assertThat(keys.expire(ann, made.id(), NOW.plusSeconds(90))).isTrue();
      assertThat(keys.of(ann).getFirst().expiresAt()).contains(NOW.plusSeconds(60));
      assertThat(keys.delete(ann + 1, made.id())).isFalse();
      database.sql().execute("delete from platform.users where user_id = ?", ann);
      assertThat(keys.findByPrefix(secret.prefix())).isEmpty();
    }
  }
}

package io.ratel.adapters.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.adapters.postgres.secret.PostgresSecrets;
import io.ratel.security.secret.KeyFile;
import io.ratel.security.secret.OpenedSecret;
import io.ratel.security.secret.Owner;
import io.ratel.security.secret.Place;
import io.ratel.security.secret.SecretException;
import io.ratel.security.secret.Secrets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresSecretsTest {
  private static final Place PLACE = new Place(new Owner(Owner.Kind.USER, "7"), "webhook");

  @TempDir static Path directory;
  private static EmbeddedPostgresServer server;
  private static Database database;

  private final SecureRandom random = new SecureRandom();
  private KeyFile keys;
  private Secrets secrets;

  @BeforeAll
  static void start() {
    server = EmbeddedPostgresServer.start(directory.resolve("postgres"));
    database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 4);
  }

  @AfterAll
  static void stop() {
    database.close();
    server.close();
  }

  @BeforeEach
  void nothingIsKept() {
    database
        .sql()
        .execute(
            "truncate platform.secrets, platform.secret_versions, platform.secret_keys cascade");
    keys = KeyFile.loadOrCreate(directory.resolve("master-keys"), random);
    secrets = new Secrets(new PostgresSecrets(database), keys, random);
  }

  private void put(String value) {
    secrets.put(PLACE, value.getBytes(US_ASCII));
  }

  private String read() {
    try (OpenedSecret opened = secrets.open(PLACE)) {
      return new String(opened.bytes(), US_ASCII);
    }
  }

  @Test // A18
  void anOldRowPutBackIntoTheTableIsRefusedAndItsVersionCannotBeTurnedBack() {
    put("old");
    database.sql().execute("create table old as select * from platform.secrets");
    try {
      put("new");
      assertThat(read()).isEqualTo("new");
      database.sql().execute("delete from platform.secrets");
      database.sql().execute("insert into platform.secrets select * from old");
      assertThatThrownBy(this::read).isInstanceOf(SecretException.class);
      database.sql().execute("update platform.secrets set version = 2");
      assertThatThrownBy(this::read).isInstanceOf(SecretException.class);
      for (String turnBack :
          new String[] {
            "update platform.secret_versions set newest = 1", "delete from platform.secret_versions"
          }) {
        assertThatThrownBy(() -> database.sql().execute(turnBack))
            .isInstanceOf(DataAccessException.class)
            .hasMessageContaining("only grows");
      }
    } finally {
      database.sql().execute("drop table old");
    }
  }

  @Test // A19
  void rewrappingChangesTheKeyAndNotTheValue() {
    put("value");
    keys.rotate();
    assertThat(secrets.rewrap()).isEqualTo(1);
    keys.retireOlder();
    assertThat(read()).isEqualTo("value");
    assertThat(secrets.rewrap()).isZero();
  }

  @Test
  void ofWritersAtOnceEachVersionHasOne() {
    AtomicInteger written = new AtomicInteger();
    IntStream.range(0, 40)
        .parallel()
        .forEach(
            i -> {
              try {
                put("value " + i);
                written.incrementAndGet();
              } catch (SecretException e) {
                assertThat(e.reason()).isEqualTo(SecretException.Reason.CONFLICT);
              }
            });
    assertThat(new PostgresSecrets(database).newest(PLACE)).isEqualTo(written.get());
    assertThat(read()).startsWith("value ");
  }
}

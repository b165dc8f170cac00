package io.ratel.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.security.identity.Presence;
import io.ratel.security.identity.Presence.Seen;
import io.ratel.security.identity.Role;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class PostgresPresenceTest {
  @TempDir static Path directory;
  private static EmbeddedPostgresServer server;
  private static Database database;

  private final Presence here = new PostgresPresence(database, "here");
  private final Presence there = new PostgresPresence(database, "there");
  private long user;

  @BeforeAll
  static void start() {
    server = EmbeddedPostgresServer.start(directory);
    database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 4);
  }

  @AfterAll
  static void stop() {
    database.close();
    server.close();
  }

  @BeforeEach
  void aUser() {
    database.sql().execute("delete from platform.users");
    user = new PostgresUsers(database).create("a@example.test", Role.TRADER, "x").id();
  }

  @Test
  void aUserIsHereFromTheFirstSocketOfAllNodesToTheLast() {
    assertThat(here.of(user)).isEqualTo(new Seen(false, Optional.empty()));
    assertThat(here.changed(Set.of(user), Set.of())).containsExactly(user);
    assertThat(there.changed(Set.of(user), Set.of())).isEmpty();
    here.changed(Set.of(), Set.of(user));
    assertThat(here.of(user)).isEqualTo(new Seen(true, Optional.empty()));
    Instant before = Instant.now().minusSeconds(1);
    there.changed(Set.of(), Set.of(user));

    Seen gone = here.of(user);
    assertThat(gone.online()).isFalse();
    assertThat(gone.lastSeen()).hasValueSatisfying(at -> assertThat(at).isAfter(before));
  }

  @Test
  void theFirstSocketIsToldToWhoeverListens() throws Exception {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("listen user_reconnect");
      here.changed(Set.of(user), Set.of());
      there.changed(Set.of(user), Set.of());
      PGNotification[] told = connection.unwrap(PGConnection.class).getNotifications(5_000);
      assertThat(told).extracting(PGNotification::getParameter).containsExactly("" + user);
    }
  }

  @Test
  void theUsersOfANodeThatDiedWereLastSeenWhenItWas() {
    there.changed(Set.of(user), Set.of());
    database.sql().execute("update platform.presence set seen_at = now() - interval '40 seconds'");
    assertThat(here.of(user).online()).isFalse();
    here.renew();
    assertThat(here.of(user).lastSeen())
        .hasValueSatisfying(at -> assertThat(at).isBefore(Instant.now().minusSeconds(39)));
    assertThat(here.changed(Set.of(user), Set.of())).containsExactly(user);
  }

  @Test
  void aDayLaterNobodyRemembers() {
    database.sql().execute("update platform.users set last_seen = now() - interval '25 hours'");
    assertThat(here.of(user)).isEqualTo(new Seen(false, Optional.empty()));
  }
}

package io.ratel.adapters.postgres.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.barrier.Barrier.Kind;
import io.ratel.security.barrier.Barriers;
import io.ratel.security.token.Bearer;
import io.ratel.security.token.Claims;
import io.ratel.security.token.TokenKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBarriersTest {
  @TempDir static Path directory;
  private static EmbeddedPostgresServer server;
  private static Database database;

  @BeforeAll
  static void start() {
    server = EmbeddedPostgresServer.start(directory);
    database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 6);
  }

  @AfterAll
  static void stop() {
    database.close();
    server.close();
  }

  private static Barriers node() {
    return new Barriers(new PostgresBarriers(database), InstantSource.system(), System::nanoTime);
  }

  private static Claims mintedAt(Instant time, long userId) {
    return new Claims(new Bearer(userId, "s", ""), "i", "", time, time.plusSeconds(900));
  }

  /** A9: what one node acknowledges another has without being asked. */
  @Test
  void tellsEveryNode() {
    Barriers here = node();
    Barriers there = node();
    CompletableFuture<Barrier> heard = new CompletableFuture<>();
    there.onRaised(
        barrier -> {
          if (barrier.subject().equals("7")) {
            heard.complete(barrier);
          }
        });
    try (BarrierFollower follower = new BarrierFollower(database, there)) {
      Claims claims = mintedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS), 7);
      assertThat(there.voids(claims, TokenKind.INNER)).isFalse();
      Barrier raised = here.raise(Kind.USER, "7");

      assertThat(heard.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(raised);
      assertThat(there.voids(claims, TokenKind.INNER)).isTrue();
      assertThat(there.current()).isTrue();
    }
  }

  /** A10, and a node that starts later. */
  @Test
  void keepsTheLatestForANodeThatStartsLater() {
    PostgresBarriers store = new PostgresBarriers(database);
    Instant late = Instant.parse("2100-01-01T00:00:00Z");
    store.write(List.of(new Barrier(Kind.USER, "8", late)));
    store.write(List.of(new Barrier(Kind.USER, "8", late.minusSeconds(60))));
    Barriers restarted = node();
    assertThat(restarted.current()).isFalse();

    try (BarrierFollower follower = new BarrierFollower(database, restarted)) {
      assertThat(restarted.voids(mintedAt(late, 8), TokenKind.OUTER)).isTrue();
      assertThat(restarted.voids(mintedAt(late.plusMillis(1), 8), TokenKind.OUTER)).isFalse();
    }
  }

  /** A5: on every node and after a restart. */
  @Test
  void aTokenIsSpentOnceAndForAll() {
    Instant end = Instant.now().plusSeconds(600);

    assertThat(new PostgresSpentTokens(database).spend("one", end)).isTrue();
    assertThat(new PostgresSpentTokens(database).spend("one", end)).isFalse();
    assertThat(new PostgresSpentTokens(database).spend("two", end)).isTrue();
  }
}

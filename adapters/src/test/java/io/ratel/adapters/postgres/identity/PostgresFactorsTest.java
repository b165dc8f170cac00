package io.ratel.adapters.postgres.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.adapters.postgres.PostgresUsers;
import io.ratel.security.factor.Challenges;
import io.ratel.security.factor.Challenges.Challenge;
import io.ratel.security.factor.Challenges.Kind;
import io.ratel.security.factor.Factors;
import io.ratel.security.identity.Role;
import io.ratel.security.passkey.Credential;
import io.ratel.security.passkey.Passkey;
import io.ratel.security.session.Session;
import io.ratel.security.session.SignInMethod;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresFactorsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static EmbeddedPostgresServer server;
  private static Database database;
  private static int users;
  private Factors factors;
  private PostgresChallenges challenges;
  private PostgresPasskeys passkeys;
  private PostgresSessions sessions;
  private long ann;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server = EmbeddedPostgresServer.start(directory);
    database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 8);
  }

  @AfterAll
  static void close() {
    database.close();
    server.close();
  }

  @BeforeEach
  void addAUser() {
    factors = new PostgresFactors(database);
    challenges = new PostgresChallenges(database);
    passkeys = new PostgresPasskeys(database);
    sessions = new PostgresSessions(database);
    String email = "ann" + ++users + "@example.test";
    ann = new PostgresUsers(database).create(email, Role.TRADER, "x").id();
  }

  /** How many of sixteen who try at once are told that they did it. */
  private static int winners(Callable<Boolean> attempt) throws Exception {
    int won = 0;
    try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> attempts = Collections.nCopies(16, attempt);
      for (Future<Boolean> each : workers.invokeAll(attempts)) {
        won += each.get() ? 1 : 0;
      }
    }
    return won;
  }

  private void confirm() {
    assertThat(factors.begin(ann)).isTrue();
    factors.confirm(ann, NOW, List.of(new byte[] {1}, new byte[] {2}));
  }

  @Test
  void aStepAndARecoveryCodeAreUsedByOneOfManyWhoTryAtOnce() throws Exception {
    confirm();

    assertThat(winners(() -> factors.useStep(ann, 42))).isEqualTo(1);
    assertThat(factors.useStep(ann, 41)).isFalse();
    assertThat(winners(() -> factors.useRecovery(ann, new byte[] {1}))).isEqualTo(1);
    assertThat(factors.recoveryLeft(ann)).isEqualTo(1);
  }

  @Test
  void fiveAttemptsAtOnceAreLookedAtAndNoMoreForAQuarterOfAnHour() throws Exception {
    confirm();

    assertThat(winners(() -> factors.attempt(ann, NOW))).isEqualTo(Factors.MAX_FAILURES);
    assertThat(factors.attempt(ann, NOW.plus(Factors.LOCK).minusSeconds(1))).isFalse();
    assertThat(factors.attempt(ann, NOW.plus(Factors.LOCK))).isTrue();
    Instant second = NOW.plus(Factors.LOCK);
    assertThat(factors.attempt(ann, second.plus(Factors.LOCK))).as("twice as long").isFalse();
    assertThat(factors.attempt(ann, second.plus(Factors.LOCK.multipliedBy(2)))).isTrue();
  }

  @Test
  void theRightCodeForgivesWrongOnes() {
    confirm();
    for (int i = 0; i < 4; i++) {
      factors.attempt(ann, NOW);
    }
    assertThat(factors.useStep(ann, 7)).isTrue();
    for (int i = 0; i < Factors.MAX_FAILURES; i++) {
      assertThat(factors.attempt(ann, NOW)).isTrue();
    }
    assertThat(factors.attempt(ann, NOW)).isFalse();
  }

  @Test
  void aConfirmedAuthenticatorIsNotReplacedUntilItIsRemoved() {
    confirm();

    assertThat(factors.begin(ann)).isFalse();
    assertThat(factors.authenticator(ann).orElseThrow().confirmedAt()).contains(NOW);
    assertThat(factors.remove(ann)).isTrue();
    assertThat(factors.recoveryLeft(ann)).isZero();
    assertThat(factors.begin(ann)).isTrue();
  }

  @Test
  void aChallengeIsTakenByOneWhileItIsOpen() throws Exception {
    String id = Challenges.id(new SecureRandom());
    Instant end = Instant.now().plus(Challenges.LIFETIME);
    Challenge asked = new Challenge(Kind.PASSKEY, 0, "");
    assertThat(challenges.open(id, asked, end)).isTrue();

    assertThat(challenges.take(id, Kind.NEW_PASSKEY, NOW)).isEmpty();
    assertThat(challenges.find(id, Kind.PASSKEY, end)).isEmpty();
    assertThat(challenges.find(id, Kind.PASSKEY, end.minusSeconds(1))).contains(asked);
    assertThat(winners(() -> challenges.take(id, Kind.PASSKEY, NOW).isPresent())).isEqualTo(1);
    String kept = database.sql().fetch("select * from platform.challenges").toString();
    assertThat(kept).doesNotContain(id);
  }

  @Test
  void aCounterGoesOnOrIsRefused() throws Exception {
    Credential credential =
        new Credential(new byte[] {(byte) ann, 9}, new byte[] {3}, 5, List.of("usb"), true, false);
    Passkey made = passkeys.add(ann, "Key", credential, NOW).orElseThrow();

    assertThat(passkeys.add(ann, "Again", credential, NOW)).isEmpty();
    assertThat(passkeys.used(made.id(), 5, false, NOW)).isFalse();
    assertThat(winners(() -> passkeys.used(made.id(), 6, true, NOW))).isEqualTo(1);
    assertThat(passkeys.find(credential.id()).orElseThrow().credential().backedUp()).isTrue();
    assertThat(passkeys.rename(ann + 1, made.id(), "Hers")).isFalse();
    assertThat(passkeys.rename(ann, made.id(), "Mine")).isTrue();
    assertThat(passkeys.of(ann).getFirst().passkey().name()).isEqualTo("Mine");
    assertThat(passkeys.delete(ann, made.id())).isTrue();
  }

  @Test
  void aDeviceThatDoesNotCountIsTaken() {
    Credential credential =
        new Credential(new byte[] {(byte) ann, 8}, new byte[] {3}, 0, List.of(), false, false);
    long id = passkeys.add(ann, "Key", credential, NOW).orElseThrow().id();

    assertThat(passkeys.used(id, 0, false, NOW)).isTrue();
    assertThat(passkeys.used(id, 3, false, NOW)).isTrue();
    assertThat(passkeys.used(id, 0, false, NOW)).isFalse();
  }

  @Test
  void theListOfSessionsIsBoundedAndForgetsWhatIsOver() {
    for (int i = 0; i < 105; i++) {
      Instant at = NOW.plusSeconds(i);
      sessions.open(
          new Session(
              ann + "-" + i,
              ann,
              SignInMethod.PASSWORD,
              "192.0.2.1",
              "x".repeat(300),
              at,
              at,
              at.plus(Duration.ofHours(12))));
    }
    List<Session> listed = sessions.of(ann, NOW.plusSeconds(200));

    assertThat(listed).hasSize(100);
    assertThat(listed.getFirst().id()).isEqualTo(ann + "-104");
    assertThat(listed.getFirst().device()).hasSize(200);
    sessions.used(ann + "-50", "192.0.2.9", NOW.plusSeconds(300));
    assertThat(sessions.of(ann, NOW).getFirst().address()).isEqualTo("192.0.2.9");
    assertThat(sessions.end(ann + 1, ann + "-50")).isFalse();
    assertThat(sessions.end(ann, ann + "-50")).isTrue();
    assertThat(sessions.find(ann + "-51", NOW.plus(Duration.ofHours(13)))).isEmpty();
    sessions.endAll(ann);
    assertThat(sessions.of(ann, NOW)).isEqualTo(List.of());
    assertThat(passkeys.handle(ann)).hasSize(16);
  }
}

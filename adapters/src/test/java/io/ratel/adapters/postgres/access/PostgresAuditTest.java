package io.ratel.adapters.postgres.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.security.audit.Act;
import io.ratel.security.audit.AnchorFile;
import io.ratel.security.audit.AuditLog;
import io.ratel.security.audit.AuditRecord;
import io.ratel.security.audit.Link;
import io.ratel.security.audit.Outcome;
import io.ratel.security.audit.Verification;
import io.ratel.security.rate.CurrentRates;
import io.ratel.security.rate.Holder;
import io.ratel.security.rate.Rate;
import io.ratel.security.rate.Rates;
import io.ratel.security.rate.RatesStore.Change;
import io.ratel.security.rate.Tier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresAuditTest {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.123456789Z");

  @TempDir static Path directory;
  private static EmbeddedPostgresServer server;
  private static Database database;

  @TempDir Path folder;
  private DSLContext sql;
  private AnchorFile anchor;
  private PostgresAudit audit;

  @BeforeAll
  static void start() {
    server = EmbeddedPostgresServer.start(directory);
    database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 12);
  }

  @AfterAll
  static void stop() {
    database.close();
    server.close();
  }

  @BeforeEach
  void empty() {
    sql = database.sql();
    tamper("delete from platform.audit");
    sql.execute("delete from platform.rates");
    anchor = new AnchorFile(folder.resolve("audit-anchor"));
    audit = new PostgresAudit(database, anchor);
  }

  /** As somebody would who owns the database: with the triggers turned off. */
  private void tamper(String statement) {
    sql.transaction(
        configuration -> {
          configuration.dsl().execute("set local session_replication_role = replica");
          configuration.dsl().execute(statement);
        });
  }

  private static Act act(int n) {
    return new Act(
        TIME.plusSeconds(n),
        n,
        "key " + n,
        "setTerms",
        "/v1/instruments/ACME/terms",
        Outcome.DONE,
        "{\"n\":" + n + "}",
        "{}",
        "{\"ü\":\"\\u0000\"}",
        "ray",
        "::1");
  }

  private void write(int count) {
    for (int i = 1; i <= count; i++) {
      audit.append(act(i));
    }
  }

  @Test
  void whatIsReadIsWhatWasHashed() {
    write(3);
    Verification verification = audit.verify();

    assertThat(verification.broken()).isEmpty();
    assertThat(verification.records()).isEqualTo(3);
    assertThat(anchor.read()).contains(verification.newest());
    AuditRecord last = audit.read(all(1)).getFirst();
    assertThat(last.link()).isEqualTo(verification.newest());
    assertThat(last.act().at()).isEqualTo("2026-01-02T03:04:08.123456Z");
    assertThat(last.act().after()).isEqualTo("{\"ü\":\"\\u0000\"}");
  }

  private static AuditLog.Query all(int limit) {
    return new AuditLog.Query(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit);
  }

  @Test
  void theTableRefusesToForget() {
    write(1);
    for (String statement :
        List.of(
            "update platform.audit set who = 0",
            "delete from platform.audit",
            "truncate platform.audit")) {
      assertThatThrownBy(() -> sql.execute(statement))
          .as(statement)
          .hasMessageContaining("the audit log only grows");
    }
    assertThat(audit.verify().records()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number = 9 | record 3 is missing: the next there is has number 4",
        "at = at + interval '1 microsecond' | record 3 was altered",
        "at = 'infinity' | record 3 was altered",
        "who = 0 | record 3 was altered",
        "credential = '' | record 3 was altered",
        "operation = 'setState' | record 3 was altered",
        "resource = concat(resource, ' ') | record 3 was altered",
        "outcome = 'UNKNOWN' | record 3 was altered",
        "outcome = 'NONE' | record 3 was altered",
        "request = '' | record 3 was altered",
        "before = after | record 3 was altered",
        "after = before | record 3 was altered",
        "ray_id = '' | record 3 was altered",
        "address = '127.0.0.1' | record 3 was altered",
        "previous = hash | record 3 does not follow record 2",
        "hash = previous | record 3 was altered"
      })
  void namesARecordOfWhichAnyColumnWasChanged(String change, String fault) {
    write(5);
    tamper("update platform.audit set " + change + " where number = 3");

    assertThat(audit.verify().broken().orElseThrow().fault()).startsWith(fault);
    assertThat(audit.verify().broken().orElseThrow().number()).isEqualTo(3);
    assertThat(audit.verify().records()).isEqualTo(2);
  }

  @Test
  void namesWhatWasDroppedSwappedOrCutOff() {
    write(4);
    swapSecondAndThird();
    assertThat(fault()).isEqualTo("record 2 does not follow record 1");
    swapSecondAndThird();
    assertThat(audit.verify().intact()).isTrue();

    tamper("delete from platform.audit where number = 4");
    assertThat(fault()).isEqualTo("the log ends after record 3, but record 4 was written");
    tamper("delete from platform.audit where number = 2");
    assertThat(fault()).isEqualTo("record 2 is missing: the next there is has number 3");
    tamper("delete from platform.audit");
    assertThat(fault()).isEqualTo("the log ends after record 0, but record 4 was written");
  }

  private void swapSecondAndThird() {
    tamper("update platform.audit set number = number + 10 where number in (2, 3)");
    tamper("update platform.audit set number = 15 - number where number in (12, 13)");
  }

  /** Somebody who makes all hashes anew is found out by whoever kept one. */
  @Test
  void namesAChainThatWasMadeAnew() {
    write(3);
    Link kept = audit.verify().newest();
    tamper("delete from platform.audit where number > 1");
    PostgresAudit forger =
        new PostgresAudit(database, new AnchorFile(folder.resolve("another-anchor")));
    forger.append(act(7));
    forger.append(act(8));
    forger.append(act(9));

    assertThat(forger.verify().intact()).isTrue();
    assertThat(fault()).contains("is another than the one whose hash was kept elsewhere");
    PostgresAudit auditor = new PostgresAudit(database, Optional.empty(), List.of(kept));
    assertThat(auditor.verify().broken().orElseThrow().number()).isEqualTo(3);
  }

  private String fault() {
    return audit.verify().broken().orElseThrow().fault();
  }

  @Test
  void writersOnManyNodesMakeOneChain() {
    List<PostgresAudit> nodes =
        IntStream.range(0, 4)
            .mapToObj(n -> new PostgresAudit(database, new AnchorFile(folder.resolve("node" + n))))
            .toList();
    CompletableFuture.allOf(
            nodes.stream()
                .map(
                    node ->
                        CompletableFuture.runAsync(
                            () -> IntStream.range(0, 50).forEach(i -> node.append(act(i)))))
                .toArray(CompletableFuture[]::new))
        .join();

    assertThat(audit.verify().records()).isEqualTo(200);
    for (PostgresAudit node : nodes) {
      assertThat(node.verify().intact()).isTrue();
    }
  }

  @Test
  void anActThatChangesRowsIsWrittenWithThemOrNotAtAll() {
    PostgresRates store = new PostgresRates(database, audit);
    List<Change> changes = List.of(new Change(Tier.API, Holder.PRO, new Rate(7, 7, 7)));
    assertThatThrownBy(
            () ->
                store.write(
                    Rates.STANDARD,
                    changes,
                    (before, after) -> {
                      throw new IllegalStateException("no act");
                    }))
        .hasMessageContaining("no act");
    assertThat(store.read(Rates.STANDARD)).isEqualTo(Rates.STANDARD);

    Rates set = store.write(Rates.STANDARD, changes, (before, after) -> act(1));
    assertThat(set.of(Tier.API, Holder.PRO)).isEqualTo(new Rate(7, 7, 7));
    assertThat(set.of(Tier.API, Holder.FREE)).isEqualTo(Rates.STANDARD.of(Tier.API, Holder.FREE));
    assertThat(audit.verify().records()).isEqualTo(1);
    assertThat(anchor.read()).contains(audit.verify().newest());
  }

  @Test
  void everyNodeFollowsRatesThatOneHasSet() {
    CurrentRates here = new CurrentRates(new PostgresRates(database, audit), Rates.STANDARD);
    CurrentRates there = new CurrentRates(new PostgresRates(database, audit), Rates.STANDARD);
    Rate rate = new Rate(11, 12, 13);
    try (RatesFollower follower = new RatesFollower(there)) {
      here.change(
          List.of(new Change(Tier.STATIC, Holder.ADDRESS, rate)), (before, after) -> act(1));
      assertThat(here.get().of(Tier.STATIC, Holder.ADDRESS)).isEqualTo(rate);
      long deadline = System.nanoTime() + 20_000_000_000L;
      while (!there.get().of(Tier.STATIC, Holder.ADDRESS).equals(rate)) {
        assertThat(System.nanoTime()).as("20 s have passed").isLessThan(deadline);
        Thread.yield();
      }
    }
  }
}

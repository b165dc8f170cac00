package io.ratel.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.LocalExchange;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.view.EquityHistory.Point;
import io.ratel.exchange.view.Projection.Entry;
import io.ratel.model.market.Interval;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.Users;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresEquityTest {
  private static final long NOON =
      Instant.parse("2026-03-02T12:00:00Z").getEpochSecond() * 1_000_000_000L;
  private static final long MINUTE = Interval.MINUTE.nanos();

  @TempDir static Path directory;
  private static EmbeddedPostgresServer server;
  private static Database database;

  private final List<Entry> events = new ArrayList<>();
  private final LocalExchange exchange =
      new LocalExchange((sequence, time, event) -> events.add(new Entry(sequence, time, event)));
  private PostgresProjection projection;
  private PostgresEquity equity;
  private long account;

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
  void anAccountOfAUser() {
    projection = new PostgresProjection(database, new Progress());
    projection.clear();
    database.sql().execute("delete from platform.users");
    database.sql().execute("delete from platform.equity");
    equity = new PostgresEquity(database);
    exchange.submit(new Command.ListAsset("USD", 8), NOON);
    exchange.submit(new Command.ListAsset("BTC", 8), NOON);
    account = exchange.submit(new Command.OpenAccount("a"), NOON).id();
    PostgresUsers users = new PostgresUsers(database);
    long user = users.create("a@example.test", Role.TRADER, "x").id();
    users.addAccount(user, new Users.Account(account, "Main"));
    deposit(0, 1_000_00000000L);
    deposit(1, 2_00000000L);
  }

  private void deposit(int asset, long amount) {
    exchange.submit(
        new Command.Transfer(TransferKind.DEPOSIT, Command.WORLD, account, asset, amount, ""),
        NOON);
    projection.write(events);
    events.clear();
  }

  private int sample(long time, String btc) {
    return equity.sample(
        time,
        asset ->
            asset.equals("BTC") && !btc.isEmpty()
                ? Optional.of(new BigDecimal(btc))
                : Optional.empty());
  }

  private List<Point> points(long step) {
    return equity.points(account, NOON, NOON + 100 * MINUTE, step, 100);
  }

  @Test
  void moneyThatComesInIsNotEarnedAndPricesAre() {
    assertThat(sample(NOON, "100")).isEqualTo(1);
    sample(NOON + MINUTE, "150");
    deposit(1, 1_00000000L);
    sample(NOON + 2 * MINUTE, "150");
    sample(NOON + 3 * MINUTE, "160.005");

    assertThat(points(MINUTE))
        .containsExactly(
            new Point(account, NOON, 1_200_00000000L, 1_200_00000000L),
            new Point(account, NOON + MINUTE, 1_300_00000000L, 1_200_00000000L),
            new Point(account, NOON + 2 * MINUTE, 1_450_00000000L, 1_350_00000000L),
            new Point(account, NOON + 3 * MINUTE, 1_480_01500000L, 1_350_00000000L));
    assertThat(points(Interval.HOUR.nanos()))
        .containsExactly(new Point(account, NOON + 3 * MINUTE, 1_480_01500000L, 1_350_00000000L));
  }

  @Test
  void whatAMemberPaysIntoAPoolIsNotLost() {
    long pool = exchange.submit(new Command.OpenAccount("pool"), NOON).id();
    sample(NOON, "100");
    exchange.submit(new Command.MoveUnits(pool, account, 0, 250_00000000L, 0, ""), NOON);
    projection.write(events);
    events.clear();
    sample(NOON + MINUTE, "100");
    exchange.submit(new Command.MoveUnits(pool, account, 0, 0, 50_00000000L, ""), NOON);
    projection.write(events);
    events.clear();
    sample(NOON + 2 * MINUTE, "100");

    assertThat(points(MINUTE))
        .containsExactly(
            new Point(account, NOON, 1_200_00000000L, 1_200_00000000L),
            new Point(account, NOON + MINUTE, 950_00000000L, 950_00000000L),
            new Point(account, NOON + 2 * MINUTE, 1_000_00000000L, 1_000_00000000L));
  }

  @Test
  void ofWeeksAgoOnlyTheLastOfEachHourIsKept() {
    sample(NOON, "100");
    sample(NOON + 59 * MINUTE, "101");
    sample(NOON + 60 * MINUTE, "102");
    sample(NOON + 8 * Interval.DAY.nanos(), "103");

    assertThat(points(MINUTE))
        .extracting(Point::timeNs)
        .containsExactly(NOON + 59 * MINUTE, NOON + 60 * MINUTE);
  }

  @Test
  void anAccountWithoutAPriceIsLeftOut() {
    assertThat(sample(NOON, "")).isZero();
    assertThat(points(MINUTE)).isEmpty();
  }

  @Test
  void aGivenPastCountsWhatCameInBeforeItWasGiven() {
    equity.record(List.of(new Point(account, NOON, 1_190_00000000L, 1_111_00000000L)));
    sample(NOON + MINUTE, "100");
    deposit(0, 5_00000000L);
    sample(NOON + 2 * MINUTE, "100");

    assertThat(points(MINUTE))
        .extracting(Point::netDeposits)
        .containsExactly(1_111_00000000L, 1_111_00000000L, 1_116_00000000L);
  }
}

package io.ratel.adapters.postgres.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.adapters.postgres.PostgresUsers;
import io.ratel.marketdata.alert.Alert;
import io.ratel.marketdata.alert.Firing;
import io.ratel.marketdata.indicator.Arguments;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.rule.Condition;
import io.ratel.marketdata.rule.Reading;
import io.ratel.marketdata.rule.Repeat;
import io.ratel.marketdata.rule.Rule;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Interval;
import io.ratel.security.identity.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresAlertsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_767_225_600L * SECOND;
  private static final IndicatorCatalog CATALOG = IndicatorCatalog.load();

  private static EmbeddedPostgresServer server;
  private static Database database;
  private static PostgresAlerts alerts;
  private static long ann;
  private static long bob;

  @BeforeAll
  static void open(@TempDir Path folder) {
    server = EmbeddedPostgresServer.start(folder);
    database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 4);
    alerts = new PostgresAlerts(database, CATALOG);
    PostgresUsers users = new PostgresUsers(database);
    ann = users.create("ann@example.test", Role.TRADER, "x").id();
    bob = users.create("bob@example.test", Role.TRADER, "x").id();
  }

  @AfterAll
  static void close() {
    database.close();
    server.close();
  }

  private static Alert alert(long userId, Repeat repeat, long cooldownMs) {
    Arguments fourteen =
        Arguments.of(CATALOG.find("rsi").orElseThrow().spec(), Map.of("period", 14.0));
    Condition condition =
        new Condition.All(
            List.of(
                new Condition.Above(new Reading.Of(Reading.Price.LAST), 100.25),
                new Condition.Below(
                    new Reading.OfIndicator("rsi", fourteen, "values", Interval.HOUR), 30)));
    return new Alert(
        0,
        userId,
        "Dip",
        new Symbol("BINANCE:BTC-USDT"),
        new Rule(condition, repeat, cooldownMs, OptionalLong.of(START + 86_400 * SECOND)),
        Alert.State.ACTIVE,
        START,
        OptionalLong.empty());
  }

  private static Firing firing(Alert alert, long timeNs) {
    return new Firing(
        0, alert.id(), alert.userId(), alert.name(), alert.symbol().text(), "words", 101, timeNs);
  }

  @Test
  void keepsAnAlertAsItIsUntilItsUserChangesIt() {
    Alert made = alerts.create(alert(ann, Repeat.ALWAYS, 1_000), 10).orElseThrow();
    assertThat(made.id()).isPositive();
    assertThat(alerts.find(ann, made.id())).contains(made);
    assertThat(alerts.find(bob, made.id())).isEmpty();
    assertThat(alerts.active(1_000)).contains(made);

    Alert paused = made.in(Alert.State.PAUSED);
    assertThat(alerts.replace(paused)).isTrue();
    assertThat(alerts.find(ann, made.id())).contains(paused);
    assertThat(alerts.active(1_000)).doesNotContain(made, paused);
    assertThat(alerts.delete(bob, made.id())).isFalse();
    assertThat(alerts.delete(ann, made.id())).isTrue();
    assertThat(alerts.replace(made)).isFalse();
  }

  @Test
  void hasRoomForSoManyOfAUser() {
    long cid = new PostgresUsers(database).create("cid@example.test", Role.TRADER, "x").id();
    assertThat(alerts.create(alert(cid, Repeat.ONCE, 0), 2)).isPresent();
    assertThat(alerts.create(alert(cid, Repeat.ONCE, 0), 2)).isPresent();
    assertThat(alerts.create(alert(cid, Repeat.ONCE, 0), 2)).isEmpty();
    assertThat(alerts.of(cid)).hasSize(2);
  }

  /** Two processes that watch the same market see the same. */
  @Test
  void takesAFiringOnceWhoeverElseSawIt() {
    Alert alert = alerts.create(alert(ann, Repeat.ALWAYS, 5_000), 10).orElseThrow();
    assertThat(alerts.fire(alert, firing(alert, START))).isPresent();
    assertThat(alerts.fire(alert, firing(alert, START))).isEmpty();
    assertThat(alerts.fire(alert, firing(alert, START + 4 * SECOND))).isEmpty();
    assertThat(alerts.fire(alert, firing(alert, START + 5 * SECOND))).isPresent();
    List<Firing> fired = alerts.firings(ann, alert.id(), Long.MAX_VALUE, 10);
    assertThat(fired).extracting(Firing::timeNs).containsExactly(START + 5 * SECOND, START);
    assertThat(alerts.firings(ann, alert.id(), fired.getFirst().id(), 10)).hasSize(1);
    assertThat(alerts.firings(bob, alert.id(), Long.MAX_VALUE, 10)).isEmpty();
    assertThat(alerts.find(ann, alert.id()).orElseThrow().lastNs()).hasValue(START + 5 * SECOND);

    Alert once = alerts.create(alert(ann, Repeat.ONCE, 0), 10).orElseThrow();
    assertThat(alerts.fire(once, firing(once, START))).isPresent();
    assertThat(alerts.fire(once, firing(once, START + SECOND))).isEmpty();
    assertThat(alerts.find(ann, once.id()).orElseThrow().state()).isEqualTo(Alert.State.ENDED);
    alerts.delete(ann, once.id());
    assertThat(alerts.fire(once, firing(once, START + SECOND))).isEmpty();
    assertThat(alerts.newest(ann, 1).getFirst().alertId()).isEqualTo(alert.id());
  }

  @Test
  void everyNodeHearsWhatFiresInItsOrder() throws InterruptedException {
    Alert alert = alerts.create(alert(bob, Repeat.ALWAYS, 0), 10).orElseThrow();
    BlockingQueue<Firing> heard = new LinkedBlockingQueue<>();
    try (AlertFollower follower = new AlertFollower(database, alerts, heard::add)) {
      for (int i = 0; i < 5; i++) {
        alerts.fire(alert, firing(alert, START + i * SECOND));
      }
      for (int i = 0; i < 5; i++) {
        Firing firing = heard.poll(20, TimeUnit.SECONDS);
        assertThat(firing).as("number %d comes", i).isNotNull();
        assertThat(firing.timeNs()).isEqualTo(START + i * SECOND);
      }
      assertThat(follower).isNotNull();
    }
  }
}

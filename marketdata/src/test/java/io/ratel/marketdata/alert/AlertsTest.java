package io.ratel.marketdata.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.MemoryTickStore;
import io.ratel.marketdata.indicator.Arguments;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.rule.Condition;
import io.ratel.marketdata.rule.Condition.Direction;
import io.ratel.marketdata.rule.Reading;
import io.ratel.marketdata.rule.Reading.Price;
import io.ratel.marketdata.rule.Repeat;
import io.ratel.marketdata.rule.Rule;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AlertsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_767_225_600L * SECOND;
  private static final Market BTC = new Market(Symbol.of("BTC-USD"), 2, 4);
  private static final Market ETH = new Market(Symbol.of("ETH-USD"), 2, 4);
  private static final IndicatorCatalog CATALOG = IndicatorCatalog.load();
  private static final Reading LAST = new Reading.Of(Price.LAST);

  private final LiveMarkets markets =
      LiveMarkets.start(new MemoryTickStore(), LiveMarkets.Limits.DEFAULT);
  private final MemoryAlerts store = new MemoryAlerts();
  private final AtomicLong clock = new AtomicLong();
  private final List<RuntimeException> faults = new ArrayList<>();
  private int trades;

  @AfterEach
  void close() {
    markets.close();
  }

  /** Returns when the alerts that are on are watched. */
  private Alerts start() {
    Alerts alerts = new Alerts(store, markets, CATALOG, faults::add, clock::get);
    awaitWatched(alerts);
    return alerts;
  }

  private void awaitWatched(Alerts alerts) {
    int on = store.active(10).size();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (alerts.watching() < on && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private Alert alert(Market market, Repeat repeat, Condition condition) {
    return store
        .create(
            new Alert(
                0,
                7,
                "mine",
                market.symbol(),
                new Rule(condition, repeat, 0, OptionalLong.empty()),
                Alert.State.ACTIVE,
                START,
                OptionalLong.empty()),
            10)
        .orElseThrow();
  }

  private void trade(Market market, long price, long timeNs) {
    String id = Integer.toString(++trades);
    markets.onTrade(new Trade(market, id, price, 10_000, Side.BUY, timeNs, timeNs));
  }

  private Firing fired() throws InterruptedException {
    Firing firing = store.fired.poll(20, TimeUnit.SECONDS);
    assertThat(firing).as("it fires; faults: %s", faults).isNotNull();
    return firing;
  }

  @Test
  void aTradeThatCrossesFiresForItsUserWithThePrice() throws InterruptedException {
    Alert alert = alert(BTC, Repeat.ALWAYS, new Condition.Crosses(LAST, Direction.UP, 100, 0));
    try (Alerts alerts = start()) {
      trade(BTC, 99_00, START);
      trade(ETH, 101_00, START);
      trade(BTC, 100_50, START + SECOND);
      Firing firing = fired();
      assertThat(firing.alertId()).isEqualTo(alert.id());
      assertThat(firing.userId()).isEqualTo(7);
      assertThat(firing.value()).isEqualTo(100.5);
      assertThat(firing.timeNs()).isEqualTo(START + SECOND);
      assertThat(firing.words()).isEqualTo("last crosses 100 upwards");
      trade(BTC, 99_00, START + 2 * SECOND);
      trade(BTC, 102_00, START + 3 * SECOND);
      assertThat(fired().value()).isEqualTo(102);
      assertThat(alerts.dropped()).isZero();
    }
  }

  @Test
  void whatIsTrueAlreadyFiresAtOnceAndNotAgainAfterARestart() throws InterruptedException {
    markets.onQuote(new Quote(BTC, 100_00, 1, 101_00, 1, START, START));
    alert(BTC, Repeat.ALWAYS, new Condition.Above(new Reading.Of(Price.BID), 99));
    try (Alerts alerts = start()) {
      assertThat(fired().value()).isEqualTo(100);
      assertThat(alerts.dropped()).isZero();
    }
    Alert later = alert(BTC, Repeat.ALWAYS, new Condition.Above(new Reading.Of(Price.ASK), 105));
    try (Alerts alerts = start()) {
      markets.onQuote(new Quote(BTC, 102_00, 1, 106_00, 1, START + SECOND, START + SECOND));
      assertThat(fired().alertId())
          .as("and no firing of the first before it")
          .isEqualTo(later.id());
      assertThat(alerts.dropped()).isZero();
    }
  }

  @Test
  void anAlertThatWasToFireOnceIsWatchedNoMore() throws InterruptedException {
    Alert once = alert(BTC, Repeat.ONCE, new Condition.Above(LAST, 100));
    Alert always = alert(BTC, Repeat.ALWAYS, new Condition.Above(LAST, 200));
    try (Alerts alerts = start()) {
      trade(BTC, 101_00, START);
      assertThat(fired().alertId()).isEqualTo(once.id());
      trade(BTC, 99_00, START + SECOND);
      trade(BTC, 201_00, START + 2 * SECOND);
      assertThat(fired().alertId()).isEqualTo(always.id());
      assertThat(store.find(7, once.id()).orElseThrow().state()).isEqualTo(Alert.State.ENDED);
      alerts.changed(once.in(Alert.State.PAUSED));
    }
  }

  @Test
  void whatFiresWhileTheStoreIsAwayIsKeptWhenItIsBack() throws InterruptedException {
    alert(BTC, Repeat.ALWAYS, new Condition.Above(LAST, 100));
    store.failuresToCome = 1;
    try (Alerts alerts = start()) {
      trade(BTC, 101_00, START);
      assertThat(fired().value()).isEqualTo(101);
      assertThat(faults).extracting(Throwable::getMessage).contains("the database is away");
      assertThat(alerts.dropped()).isZero();
    }
  }

  @Test
  void anIndicatorIsWarmedUpWithStoredBarsAndFiresWhenABarIsFinished() throws InterruptedException {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      long close = 100_00 + i;
      bars.add(
          new Bar(BTC, Interval.MINUTE, START + i * 60 * SECOND, close, close, close, close, 1, 1));
    }
    markets.onBars(bars);
    assertThat(markets.flush(java.time.Duration.ofSeconds(20))).isTrue();
    var sma = CATALOG.find("sma").orElseThrow();
    Reading mean =
        new Reading.OfIndicator(
            "sma", Arguments.of(sma.spec(), Map.of("period", 3.0)), "values", Interval.MINUTE);
    alert(BTC, Repeat.ALWAYS, new Condition.Above(mean, 130));
    try (Alerts alerts = start()) {
      trade(BTC, 200_00, START + 20 * 60 * SECOND);
      trade(BTC, 100_00, START + 21 * 60 * SECOND);
      Firing firing = fired();
      assertThat(firing.value()).isEqualTo((100.18 + 100.19 + 200) / 3, offset());
      assertThat(firing.timeNs()).as("the bar's end").isEqualTo(START + 21 * 60 * SECOND);
      assertThat(alerts.dropped()).isZero();
    }
  }

  /** The second alert begins while changes wait that are older than what it is shown. */
  @Test
  void whatHappenedBeforeAnAlertWasMadeIsNoNewsToIt() throws InterruptedException {
    alert(BTC, Repeat.ALWAYS, new Condition.Above(LAST, 1_000));
    try (Alerts alerts = start()) {
      for (int i = 0; i < 2_000; i++) {
        trade(BTC, i % 2 == 0 ? 99_00 : 101_00, START + i * SECOND);
      }
      Alert late = alert(BTC, Repeat.ALWAYS, new Condition.Crosses(LAST, Direction.DOWN, 100, 0));
      alerts.changed(late);
      awaitWatched(alerts);
      for (int i = 0; i < 2_000 && store.fired.isEmpty(); i++) {
        trade(BTC, i % 2 == 0 ? 102_00 : 98_00, START + (3_000 + i) * SECOND);
      }
      assertThat(fired().timeNs()).isGreaterThan(START + 3_000 * SECOND);
      assertThat(alerts.dropped()).isZero();
    }
  }

  private static org.assertj.core.data.Offset<Double> offset() {
    return org.assertj.core.data.Offset.offset(1e-9);
  }

  @Test
  void aSilentMarketIsTold() throws InterruptedException {
    alert(BTC, Repeat.ALWAYS, new Condition.Above(new Reading.Of(Price.STALENESS), 30));
    try (Alerts alerts = start()) {
      trade(BTC, 100_00, START);
      for (long deadline = System.nanoTime() + 20 * SECOND; store.fired.isEmpty(); ) {
        clock.addAndGet(SECOND);
        alerts.changed(store.of(7).getFirst().in(Alert.State.PAUSED).numbered(999)); // wakes it
        assertThat(System.nanoTime()).isLessThan(deadline);
      }
      assertThat(fired().value()).isGreaterThan(30);
    }
  }
}

package io.ratel.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.LocalExchange;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.view.TradingViews;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.order.Side;
import io.ratel.security.identity.Passwords;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.Users;
import io.ratel.server.FirstUser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoTest {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-21T12:34:56.789Z"));
  private static final int STEPS = 400;

  /** One run: everything that happened, and the bars of its past. */
  private record Run(List<Event> events, List<Bar> bars, LocalExchange exchange) {}

  private static Run run(long seed, int instruments) {
    List<Event> events = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    LocalExchange exchange = new LocalExchange((sequence, time, event) -> events.add(event));
    try (Demo demo =
        new Demo(
            command -> exchange.submit(command, 1),
            new NoViews(),
            bars::addAll,
            instruments,
            seed)) {
      demo.open(
          new FirstUser(
              command -> exchange.submit(command, 1), new OneUser(), new Passwords(64, 1)),
          NOW);
      for (int i = 0; i < STEPS; i++) {
        demo.step();
      }
    }
    return new Run(events, bars, exchange);
  }

  @Test
  void oneSeedMakesTheSameTradesTwiceAndAnotherSeedOthers() {
    Run first = run(7, 6);
    Run second = run(7, 6);
    assertThat(first.events()).filteredOn(e -> e instanceof Event.Traded).hasSizeGreaterThan(200);
    assertThat(second.events()).isEqualTo(first.events());
    assertThat(second.bars()).isEqualTo(first.bars());
    assertThat(run(8, 6).events()).isNotEqualTo(first.events());
  }

  @Test
  void everyBookIsTwoSidedUncrossedAndTight() {
    LocalExchange exchange = run(3, 9).exchange();
    for (int i = 0; i < 9; i++) {
      long bid = exchange.exchange().book(i).best(Side.BUY);
      long ask = exchange.exchange().book(i).best(Side.SELL);
      assertThat(bid).as("instrument " + i).isPositive().isLessThan(ask);
      assertThat((ask - bid) / (double) bid).as("spread of " + i).isLessThan(0.01);
    }
  }

  @Test
  void everyChartHasAMonthOfWholeBarsThatAgreeAcrossLengths() {
    List<Bar> bars = run(5, 6).bars();
    long nowNs = NOW.instant().getEpochSecond() * 1_000_000_000L;
    for (Bar bar : bars) {
      assertThat(bar.timeNs() + bar.interval().nanos()).isLessThanOrEqualTo(nowNs);
      assertThat(bar.low()).isPositive().isLessThanOrEqualTo(Math.min(bar.open(), bar.close()));
      assertThat(bar.high()).isGreaterThanOrEqualTo(Math.max(bar.open(), bar.close()));
    }
    assertThat(bars).filteredOn(bar -> bar.interval() == Interval.DAY).hasSize(6 * 30);
    Bar hour = bars.stream().filter(b -> b.interval() == Interval.HOUR).findFirst().orElseThrow();
    long volume =
        bars.stream()
            .filter(b -> b.interval() == Interval.MINUTE && b.market().equals(hour.market()))
            .filter(b -> Interval.HOUR.floor(b.timeNs()) == hour.timeNs())
            .mapToLong(Bar::volume)
            .sum();
    assertThat(volume).isEqualTo(hour.volume());
  }

  @Test
  void theFutureStaysNearItsSpot() {
    PriceProcess process = new PriceProcess(DemoMarkets.first(6), 11);
    for (int i = 0; i < 50_000; i++) {
      process.step(15);
      assertThat(process.price(4) / process.price(0)).isBetween(0.98, 1.04);
    }
  }

  /** Nothing is in the tables yet. */
  private static final class NoViews implements TradingViews {
    @Override
    public long sequence() {
      return 0;
    }

    @Override
    public boolean await(long sequence, long timeoutMs) {
      return true;
    }

    @Override
    public Optional<OrderView> order(long accountId, long orderId) {
      return Optional.empty();
    }

    @Override
    public Page<OrderView> orders(OrderQuery query) {
      return new Page<>(List.of(), Optional.empty());
    }

    @Override
    public Page<FillView> fills(
        long accountId,
        Optional<String> symbol,
        Optional<Long> orderId,
        Optional<Long> before,
        int limit) {
      return new Page<>(List.of(), Optional.empty());
    }

    @Override
    public List<BalanceView> balances(long accountId) {
      return List.of();
    }

    @Override
    public List<PositionView> positions(long accountId) {
      return List.of();
    }

    @Override
    public List<Instrument> instruments() {
      return List.of();
    }
  }

  /** A place for the demo's user. */
  private static final class OneUser implements Users {
    @Override
    public Optional<Credentials> findByEmail(String email) {
      return Optional.empty();
    }

    @Override
    public Optional<User> findById(long userId) {
      return Optional.empty();
    }

    @Override
    public User create(String email, Role role, String passwordHash) {
      return new User(1, email, role);
    }

    @Override
    public void addAccount(long userId, Account account) {}

    @Override
    public List<Account> accounts(long userId) {
      return List.of();
    }
  }
}

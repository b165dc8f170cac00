package io.ratel.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command.CancelOrder;
import io.ratel.exchange.command.Command.PlaceOrder;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.event.Event.Traded;
import io.ratel.exchange.view.EquityHistory.Point;
import io.ratel.exchange.view.TradingViews.BalanceView;
import io.ratel.exchange.view.TradingViews.OrderQuery;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.server.demo.DemoVenue.Sent;
import io.ratel.server.demo.bot.BotCounts;
import io.ratel.server.demo.market.DemoMarkets;
import io.ratel.server.demo.match.MatchNews;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoTest {
  private static final int MATCH_STEPS = 3_600; // the first match begins, and is over

  @Test
  void oneSeedMakesTheSameCommandsTwiceWhateverTheHourAndAnotherSeedOthers() {
    try (DemoVenue first = new DemoVenue(7, 6).steps(MATCH_STEPS);
        DemoVenue later =
            new DemoVenue(7, 6, DemoVenue.NOW.plus(Duration.ofHours(5))).steps(MATCH_STEPS);
        DemoVenue other = new DemoVenue(8, 6).steps(100)) {
      assertThat(first.news).extracting("kind").contains("kickOff", "goal", "fullTime");
      assertThat(orders(later)).isEqualTo(orders(first));
      assertThat(orders(other)).isNotEqualTo(orders(first).subList(0, orders(other).size()));
    }
  }

  private static List<Object> orders(DemoVenue venue) {
    return venue.sent.stream()
        .map(Sent::command)
        .filter(command -> command instanceof PlaceOrder || command instanceof CancelOrder)
        .map(command -> (Object) command)
        .toList();
  }

  @Test
  void everyMarketLivesAndNoneTradesTooMuch() {
    try (DemoVenue venue = new DemoVenue(1, 6).steps(2_000)) {
      double seconds = 2_000 * Demo.STEP_MS / 1_000.0;
      assertThat(orders(venue).size() / seconds).as("commands a second").isBetween(10.0, 45.0);
      for (String symbol : List.of("BTC-USD", "ETH-USD", "ACME", "GLOBEX", "BTC-USD-FUT")) {
        int instrument = venue.instrument(symbol);
        long takes =
            venue.sent.stream()
                .filter(s -> s.command() instanceof PlaceOrder o && o.instrumentId() == instrument)
                .filter(s -> s.reply().filled() > 0)
                .count();
        assertThat(seconds / takes).as("seconds between trades in " + symbol).isLessThan(6);
      }
      long bitcoin =
          venue.sent.stream()
              .filter(s -> s.command() instanceof PlaceOrder o && o.instrumentId() == 0)
              .filter(s -> s.reply().filled() > 0)
              .count();
      assertThat(seconds / bitcoin).as("seconds between trades of bitcoin").isBetween(0.7, 2.0);
      long changing =
          venue.sent.stream()
              .filter(s -> s.command() instanceof PlaceOrder o && o.instrumentId() == 0)
              .map(Sent::step)
              .distinct()
              .count();
      assertThat(changing).as("steps that change bitcoin's book").isGreaterThan(1_600);
    }
  }

  @Test
  void everyBookIsTwoSidedUncrossedAndTight() {
    try (DemoVenue venue = new DemoVenue(3, 9)) {
      venue.steps(20);
      int tight = 0;
      for (int step = 0; step < 1_000; step++) {
        venue.steps(1);
        for (int i = 0; i < 9; i++) {
          long bid = venue.exchange.exchange().book(i).best(Side.BUY);
          long ask = venue.exchange.exchange().book(i).best(Side.SELL);
          assertThat(bid).as("bid of " + i + " in step " + step).isPositive().isLessThan(ask);
          double spread = (ask - bid) / (double) bid;
          assertThat(spread).as("spread of " + i + " in step " + step).isLessThan(0.02);
          tight += i == 0 && spread <= 0.0005 ? 1 : 0;
        }
      }
      assertThat(tight).as("steps in which bitcoin's spread is 5 bp at most").isGreaterThan(950);
      for (int i = 0; i < 6; i++) {
        assertThat(levels(venue, i)).as("levels of " + i).hasSizeGreaterThan(12);
        assertThat(levels(venue, i).values()).as("queues of " + i).anyMatch(orders -> orders > 1);
      }
    }
  }

  @Test
  void aGoalMovesTheBookItsWayByMoreThanTenUsualMoves() {
    World world = new World(DemoMarkets.first(6), 1);
    int goals = 0;
    try (DemoVenue venue = new DemoVenue(1, 6)) {
      int share = venue.instrument(DemoMarkets.RATEL_FC);
      venue.steps(60);
      for (int step = 0; step < 60; step++) {
        world.step(0.3);
      }
      double moved = 0;
      int moves = 0;
      for (int step = 60; step < MATCH_STEPS; step++) {
        double before = middle(venue, share);
        venue.steps(1);
        int favour =
            world.step(0.3).stream()
                .filter(news -> news.kind().equals(MatchNews.GOAL))
                .mapToInt(MatchNews::favour)
                .sum();
        if (favour == 0) {
          moved += Math.abs(Math.log(middle(venue, share) / before));
          moves++;
        } else {
          goals++;
          for (int more = 0; more < 15; more++, step++) {
            venue.steps(1);
            world.step(0.3);
          }
          double move = Math.log(middle(venue, share) / before);
          assertThat(Math.signum(move)).as("goal " + goals).isEqualTo(favour);
          assertThat(Math.abs(move)).as("goal " + goals).isGreaterThan(10 * moved / moves);
        }
      }
    }
    assertThat(goals).isGreaterThan(2);
  }

  private static double middle(DemoVenue venue, int instrument) {
    var book = venue.exchange.exchange().book(instrument);
    return (book.best(Side.BUY) + book.best(Side.SELL)) / 2.0;
  }

  @Test
  void theFutureIsTradedNearItsSpotAndTheArbitrageurHoldsBothLegs() {
    try (DemoVenue venue = new DemoVenue(1, 6).steps(50)) {
      for (int step = 0; step < 5_000; step++) {
        venue.steps(1);
        double basis = middle(venue, 4) * 0.5 / (middle(venue, 0) * 0.01) - 1;
        assertThat(basis).as("basis in step " + step).isBetween(0.0, 0.015);
      }
      long account =
          venue.events.stream()
              .filter(e -> e instanceof Event.AccountOpened)
              .map(e -> (Event.AccountOpened) e)
              .filter(opened -> opened.key().equals("demo-arbitrageur"))
              .findFirst()
              .orElseThrow()
              .accountId();
      double coins = 0;
      int legs = 0;
      for (Event event : venue.events) {
        if (event instanceof Traded t && t.takerAccountId() == account) {
          double lot = t.instrumentId() == 0 ? 0.00001 : 0.001;
          coins += (t.takerSide() == Side.BUY ? 1 : -1) * t.quantity() * lot;
          legs++;
        }
      }
      assertThat(legs).isGreaterThan(10);
      assertThat(Math.abs(coins)).as("coins without their other leg").isLessThan(0.5);
    }
  }

  /** Orders at each price, as the last change of each left it. */
  private static Map<Long, Integer> levels(DemoVenue venue, int instrument) {
    Map<Long, Integer> levels =
        venue.events.stream()
            .filter(e -> e instanceof Event.LevelChanged l && l.instrumentId() == instrument)
            .map(e -> (Event.LevelChanged) e)
            .collect(Collectors.toMap(l -> l.price(), l -> l.orders(), (a, b) -> b));
    levels.values().removeIf(orders -> orders == 0);
    return levels;
  }

  @Test
  void noLimitIsEverBrokenAndNothingIsRefusedThatALimitShouldHaveCaught() {
    try (DemoVenue venue = new DemoVenue(5, 7).steps(10_000)) {
      int[] perStep = new int[10_001];
      for (Sent sent : venue.sent) {
        boolean order = sent.command() instanceof PlaceOrder;
        if (order || sent.command() instanceof CancelOrder) {
          perStep[sent.step()]++;
          assertThat(sent.reply().reason())
              .as(sent.toString())
              .isIn(RejectReason.NONE, order ? RejectReason.NONE : RejectReason.ORDER_NOT_OPEN);
        }
      }
      for (int step = 4; step <= 10_000; step++) {
        int second = perStep[step] + perStep[step - 1] + perStep[step - 2] + perStep[step - 3];
        assertThat(second).as("commands in the second of step " + step).isLessThanOrEqualTo(200);
      }
      new LimitsWatch(venue).check();
      assertThat(venue.demo().counts())
          .allSatisfy(bot -> assertThat(bot.refusedByExchange()).as(bot.bot()).isZero());
    }
  }

  @Test
  void theFirstAccountIsLeftAloneWithExactlyWhatItWasGiven() {
    try (DemoVenue venue = new DemoVenue(2, 6).steps(500)) {
      long first = venue.user.accounts.getFirst().id();
      Map<String, Long> totals =
          venue.views.balances(first).stream()
              .collect(Collectors.toMap(b -> b.asset().code(), BalanceView::total));
      assertThat(totals)
          .isEqualTo(
              Map.of("USD", 100_000_000_000_000L, "BTC", 1_000_000_000L, "ETH", 10_000_000_000L));
    }
  }

  @Test
  void theManagedPortfolioBuysItsBasketLeavesOrdersAndJoinsItsPast() {
    try (DemoVenue venue = new DemoVenue(4, 6).steps(600)) {
      assertThat(venue.user.accounts)
          .extracting("name")
          .containsExactly("Main", "Managed portfolio");
      long portfolio = venue.user.accounts.getLast().id();
      assertThat(open(venue, portfolio)).hasSizeGreaterThanOrEqualTo(6);
      assertThat(venue.views.balances(portfolio))
          .extracting(b -> b.asset().code())
          .contains("USD", "BTC", "ACME", "GLOBEX", "RATEL-FC");
      assertThat(venue.events)
          .filteredOn(e -> e instanceof Traded t && t.takerAccountId() == portfolio)
          .hasSizeGreaterThan(20);
      for (var account : venue.user.accounts) {
        List<Point> points =
            venue.equity.stream().filter(p -> p.accountId() == account.id()).toList();
        assertThat(points).hasSizeBetween(720, 760).isSortedAccordingTo(DemoTest::byTime);
        double live = worth(venue, account.id());
        assertThat(points.getLast().equity() / live).as(account.name()).isBetween(0.99, 1.01);
        assertThat(points).extracting(Point::netDeposits).containsOnly(points.getFirst().equity());
      }
    }
  }

  private static int byTime(Point a, Point b) {
    return Long.compare(a.timeNs(), b.timeNs());
  }

  private static List<?> open(DemoVenue venue, long account) {
    Optional<Long> none = Optional.empty();
    OrderQuery query =
        new OrderQuery(account, Optional.of(true), Optional.empty(), Optional.empty(), none, 500);
    return venue.views.orders(query).items();
  }

  /** Balances at the middles of the books, in minor units of USD. */
  private static double worth(DemoVenue venue, long account) {
    double worth = 0;
    for (BalanceView balance : venue.views.balances(account)) {
      double price = 1;
      for (var instrument : venue.views.instruments()) {
        if (instrument.base().code().equals(balance.asset().code())) {
          var book = venue.exchange.exchange().book(instrument.id());
          double ticks = (book.best(Side.BUY) + book.best(Side.SELL)) / 2.0;
          price = ticks * instrument.tick().units() / Math.pow(10, instrument.tick().scale());
        }
      }
      worth += balance.total() / Math.pow(10, balance.asset().scale()) * price * 1e8;
    }
    return worth;
  }

  @Test
  void aRestartGoesOnFromWhatWasLeftAndFundsNothingTwice() {
    try (DemoVenue venue = new DemoVenue(6, 8).steps(700)) {
      int bars = venue.bars.size();
      int points = venue.equity.size();
      long transfers = transfers(venue);
      long before = venue.exchange.exchange().book(0).best(Side.BUY);
      int sentBefore = venue.sent.size();
      venue.restart();
      venue.steps(1);
      long cancels =
          venue.sent.stream()
              .skip(sentBefore)
              .filter(s -> s.command() instanceof CancelOrder)
              .count();
      assertThat(cancels).as("orders thrown away by the first step").isLessThan(20);
      venue.steps(300);
      assertThat(venue.bars).hasSize(bars);
      assertThat(venue.equity).hasSize(points);
      assertThat(transfers(venue)).isEqualTo(transfers);
      double after = venue.exchange.exchange().book(0).best(Side.BUY);
      assertThat(after / before).isBetween(0.99, 1.01);
      assertThat(venue.demo().counts()).filteredOn(BotCounts::running).hasSizeGreaterThan(25);
      assertThat(venue.demo().counts())
          .allSatisfy(bot -> assertThat(bot.refusedByExchange()).as(bot.bot()).isZero());
    }
  }

  private static long transfers(DemoVenue venue) {
    return venue.events.stream().filter(e -> e instanceof Event.Transferred).count();
  }

  @Test
  void elevenHundredMarketsAreQuotedWithinTheBudgetOfAMinute() {
    try (DemoVenue venue = new DemoVenue(3, 1_100).steps(200)) {
      int quoted = 0;
      for (int i = 0; i < 1_100; i++) {
        var book = venue.exchange.exchange().book(i);
        quoted += book.best(Side.BUY) > 0 && book.best(Side.SELL) > book.best(Side.BUY) ? 1 : 0;
      }
      assertThat(quoted).isGreaterThan(1_050);
      assertThat(orders(venue).size()).isLessThanOrEqualTo(200 * 60);
    }
  }

  @Test
  void partOfAnOrderIsOftenFilledAndTheRestStays() {
    try (DemoVenue venue = new DemoVenue(9, 6).steps(500)) {
      long[] partly =
          venue.sent.stream()
              .filter(s -> s.reply().status() == OrderStatus.PARTIALLY_FILLED)
              .mapToLong(s -> s.reply().id())
              .toArray();
      Map<Long, Long> filled =
          venue.events.stream()
              .filter(e -> e instanceof Traded)
              .map(e -> (Traded) e)
              .collect(Collectors.groupingBy(Traded::makerOrderId, Collectors.counting()));
      assertThat(filled.values().stream().filter(times -> times > 1).count() + partly.length)
          .as("makers' orders filled in parts, " + Arrays.toString(partly))
          .isGreaterThan(20);
    }
  }
}

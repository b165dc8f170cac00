package io.ratel.exchange.screen;

import static io.ratel.exchange.screen.Screen.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.Reply;
import io.ratel.exchange.Venue;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.machine.Consequences;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.account.KillScope;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StopsTest {
  private final Screen screen = new Screen();
  private final long alice = screen.alice;
  private final long bob = screen.bob;

  @Test
  void aStopSellsAtTheMarketOnceTheMarketHasFallenToIt() {
    screen.trades(100);
    screen.limit(bob, Side.BUY, 94, 5);
    screen.limit(bob, Side.BUY, 93, 5);
    Reply stop = screen.stop(alice, Side.SELL, 7, with().trigger(95));
    assertThat(stop.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(screen.venue.available(alice, Venue.BASE)).as("it holds nothing").isEqualTo(10_000);
    screen.trades(96);
    assertThat(screen.story(stop.id())).containsExactly("accepted");
    screen.trades(95);
    assertThat(screen.story(stop.id()))
        .containsExactly("accepted", "triggered 95", "traded 94x5", "traded 93x2");
  }

  @Test
  void aStopWhoseTriggerIsReachedAlreadyGoesAtOnce() {
    screen.trades(100);
    screen.limit(bob, Side.SELL, 101, 5);
    Reply stop = screen.stop(alice, Side.BUY, 5, with().trigger(100));
    assertThat(screen.story(stop.id()))
        .containsExactly("accepted", "triggered 100", "traded 101x5");
  }

  @Test
  void aStopLimitRestsAtItsLimit() {
    screen.trades(100);
    Reply stop =
        screen.order(
            alice, Side.BUY, OrderType.STOP_LIMIT, TimeInForce.GTC, 106, 5, with().trigger(105));
    screen.trades(105);
    assertThat(screen.venue.levels(Side.BUY)).containsExactly("106x5/1");
    assertThat(screen.story(stop.id())).containsExactly("accepted", "triggered 105");
  }

  @Test
  void anOrderIfTouchedBuysWhereAStopWouldSell() {
    screen.trades(100);
    screen.limit(bob, Side.SELL, 98, 5);
    Reply touched =
        screen.order(
            alice,
            Side.BUY,
            OrderType.MARKET_IF_TOUCHED,
            TimeInForce.IOC,
            0,
            3,
            with().trigger(97));
    screen.trades(97);
    assertThat(screen.story(touched.id()))
        .containsExactly("accepted", "triggered 97", "traded 98x3");
  }

  @Test
  void aStopThatCannotBePaidForIsCanceled() {
    screen.trades(100);
    screen.limit(bob, Side.SELL, 105, 5);
    long poor = screen.venue.account("poor", 100, 0);
    Reply stop = screen.stop(poor, Side.BUY, 5, with().trigger(102));
    screen.trades(102);
    assertThat(screen.story(stop.id()))
        .containsExactly("accepted", "triggered 102", "canceled 5 insufficientFunds");
  }

  @Test
  void stopsThatSetEachOtherOffAllGoInOneCommand() {
    screen.trades(100);
    for (long price = 99; price > 94; price--) {
      screen.limit(bob, Side.BUY, price, 1);
    }
    Reply first = screen.stop(alice, Side.SELL, 2, with().trigger(99));
    Reply second = screen.stop(alice, Side.SELL, 2, with().trigger(98));
    Reply third = screen.stop(alice, Side.SELL, 2, with().trigger(94));
    screen.order(alice, Side.SELL, OrderType.LIMIT, TimeInForce.IOC, 99, 1, with());
    assertThat(screen.story(first.id())).endsWith("triggered 99", "traded 98x1", "traded 97x1");
    assertThat(screen.story(second.id())).endsWith("triggered 97", "traded 96x1", "traded 95x1");
    assertThat(screen.story(third.id())).containsExactly("accepted");
  }

  @Test
  void aSaleTrailsTheHighAndIsSetOffByTheFall() {
    screen.trades(100);
    Reply stop =
        screen.order(
            alice, Side.SELL, OrderType.TRAILING_STOP, TimeInForce.GTC, 0, 5, with().trail(4));
    screen.trades(103);
    screen.trades(101);
    screen.trades(107);
    screen.restarts();
    screen.limit(bob, Side.BUY, 102, 9);
    screen.trades(104);
    screen.trades(103);
    assertThat(screen.story(stop.id()))
        .containsExactly("accepted", "trails 99", "trails 103", "triggered 103", "traded 102x5");
  }

  @Test
  void aPurchaseTrailsTheLowByAShareOfThePrice() {
    screen.trades(1_000);
    screen.limit(bob, Side.SELL, 960, 9);
    Reply stop =
        screen.order(
            alice,
            Side.BUY,
            OrderType.TRAILING_STOP,
            TimeInForce.GTC,
            0,
            5,
            with().trailPpm(50_000));
    screen.trades(901);
    screen.trades(946);
    assertThat(screen.story(stop.id())).containsExactly("accepted", "trails 947");
    screen.trades(947);
    assertThat(screen.story(stop.id())).endsWith("triggered 947", "traded 960x5");
  }

  /** It follows trades, so it begins at the last of them and not at the mark. */
  @Test
  void aTrailBeginsWhereItFollows() {
    screen.opensMargin();
    screen.on(Screen.PERPETUAL, bob, Side.SELL, 100, 1, with());
    screen.on(Screen.PERPETUAL, alice, Side.BUY, 100, 1, with());
    screen.marks(Screen.PERPETUAL, 120);
    Reply stop =
        screen.submit(
            new Command.PlaceOrder(
                alice,
                Screen.PERPETUAL,
                Side.SELL,
                OrderType.TRAILING_STOP,
                TimeInForce.GTC,
                0,
                1,
                with().trail(10).build(),
                ""));
    assertThat(screen.story(stop.id())).containsExactly("accepted");
  }

  @Test
  void aStopByTheMarkHearsNoTrades() {
    screen.opensMargin();
    screen.marks(Screen.PERPETUAL, 100);
    Reply stop =
        screen.submit(
            new Command.PlaceOrder(
                alice,
                Screen.PERPETUAL,
                Side.SELL,
                OrderType.STOP,
                TimeInForce.GTC,
                0,
                1,
                with().trigger(95).flag(OrderTerms.BY_MARK).build(),
                ""));
    screen.on(Screen.PERPETUAL, bob, Side.SELL, 94, 1, with());
    screen.on(Screen.PERPETUAL, bob, Side.BUY, 94, 1, with());
    assertThat(screen.story(stop.id())).containsExactly("accepted");
    screen.on(Screen.PERPETUAL, bob, Side.BUY, 94, 1, with());
    screen.marks(Screen.PERPETUAL, 95);
    assertThat(screen.story(stop.id())).endsWith("triggered 95", "traded 94x1");
  }

  @Test
  void aStopTriggeredWhereTradingStandsStillIsCanceled() {
    screen.opensMargin();
    screen.marks(Screen.PERPETUAL, 100);
    Command.PlaceOrder order =
        new Command.PlaceOrder(
            alice,
            Screen.PERPETUAL,
            Side.SELL,
            OrderType.STOP,
            TimeInForce.GTC,
            0,
            1,
            with().trigger(95).flag(OrderTerms.BY_MARK).build(),
            "");
    Reply stop = screen.submit(order);
    screen.submit(new Command.SetTradingState(Screen.PERPETUAL, TradingState.HALT));
    screen.marks(Screen.PERPETUAL, 94);
    assertThat(screen.story(stop.id()))
        .containsExactly("accepted", "triggered 94", "canceled 1 notAllowed");
  }

  /** The trigger and the limit move by replacing; a trail has a will of its own. */
  @Test
  void aWaitingOrderCanBeGivenOtherTerms() {
    screen.trades(100);
    Reply stop = screen.stop(alice, Side.SELL, 5, with().trigger(95));
    screen.limit(bob, Side.BUY, 90, 9);
    screen.submit(new Command.ReplaceOrder(alice, stop.id(), 0, 3, 98));
    screen.trades(98);
    assertThat(screen.story(stop.id()))
        .containsExactly("accepted", "replaced 0x3", "trails 98", "triggered 98", "traded 90x3");
  }

  @Test
  void aKillSwitchTakesStopsAlongAndKeepsNewOnesOut() {
    screen.trades(100);
    Reply stop = screen.stop(alice, Side.SELL, 5, with().trigger(95));
    screen.submit(new Command.SetKillSwitch(KillScope.INSTRUMENT, 0, true));
    assertThat(screen.story(stop.id())).containsExactly("accepted", "canceled 5 killed");
    assertThat(screen.stop(alice, Side.SELL, 5, with().trigger(95)).reason())
        .isEqualTo(RejectReason.TRADING_STOPPED);
  }

  @Test
  void whatIsTriggeredAndHasNotHadItsTurnCanStillBeCanceled() {
    screen.trades(100);
    Reply first = screen.stop(alice, Side.SELL, 5, with().trigger(95));
    Reply second = screen.stop(alice, Side.SELL, 6, with().trigger(95));
    Reply others = screen.stop(bob, Side.SELL, 7, with().trigger(95));
    Consequences consequences = screen.venue.exchange.exchange().machine().consequences;
    consequences.maxSteps = 1; // the market is looked at, and no order has its turn
    screen.trades(95);
    consequences.maxSteps = 0;
    Reply one = screen.submit(new Command.CancelOrder(alice, first.id()));
    Reply all =
        screen.submit(new Command.CancelOrders(alice, OptionalInt.empty(), Optional.empty()));
    assertThat(one.status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(all.filled()).as("orders canceled").isEqualTo(1);
    consequences.maxSteps = 100;
    screen.limit(bob, Side.BUY, 94, 20);
    assertThat(screen.story(first.id()))
        .containsExactly("accepted", "triggered 95", "canceled 5 requested");
    assertThat(screen.story(second.id()))
        .containsExactly("accepted", "triggered 95", "canceled 6 requested");
    assertThat(screen.story(others.id()))
        .as("the other's keeps its turn")
        .startsWith("accepted", "triggered 95")
        .doesNotContain("canceled 7 requested");
  }
}

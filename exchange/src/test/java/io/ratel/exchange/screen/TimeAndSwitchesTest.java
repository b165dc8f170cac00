package io.ratel.exchange.screen;

import static io.ratel.exchange.screen.Screen.HOUR;
import static io.ratel.exchange.screen.Screen.SECOND;
import static io.ratel.exchange.screen.Screen.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.Exchange;
import io.ratel.exchange.Reply;
import io.ratel.exchange.Venue;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions.Split;
import io.ratel.model.account.KillScope;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.Algo;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeAndSwitchesTest {
  private final Screen screen = new Screen();
  private final long alice = screen.alice;
  private final long bob = screen.bob;

  private Reply day(long price) {
    return screen.order(alice, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, price, 5, with());
  }

  private Reply until(long ns) {
    return screen.order(
        alice, Side.BUY, OrderType.LIMIT, TimeInForce.GTD, 95, 5, with().expiryNs(ns));
  }

  @Test
  void anOrderOfTheDayExpiresAtMidnight() {
    Reply day = day(95);
    screen.passes(23 * HOUR);
    assertThat(screen.story(day.id())).containsExactly("accepted");
    screen.passes(HOUR);
    assertThat(screen.story(day.id())).containsExactly("accepted", "canceled 5 expired");
  }

  @Test
  void anOrderOfTheDayExpiresWithTheSessionOfTheCalendar() {
    int thursday = 3 * 24 * 60; // 1970 began on one
    screen.submit(
        new Command.SetCalendar(
            0,
            List.of(
                new Command.CalendarChange(thursday, TradingState.OPEN),
                new Command.CalendarChange(thursday + 17 * 60, TradingState.CLOSED)),
            List.of()));
    Reply day = day(95);
    Reply stop =
        screen.order(alice, Side.BUY, OrderType.STOP, TimeInForce.DAY, 0, 5, with().trigger(110));
    screen.restarts();
    screen.passes(17 * HOUR);
    assertThat(screen.story(day.id())).endsWith("canceled 5 expired");
    assertThat(screen.story(stop.id())).endsWith("canceled 5 expired");
    assertThat(day(95).reason()).isEqualTo(RejectReason.NOT_IN_THIS_STATE);
  }

  @Test
  void anOrderOfTheDayExpiresWhenTheMarketIsClosedByHand() {
    Reply day = day(95);
    Reply good = screen.limit(alice, Side.BUY, 94, 5);
    screen.submit(new Command.SetTradingState(0, TradingState.CLOSED));
    assertThat(screen.story(day.id())).endsWith("canceled 5 expired");
    assertThat(screen.story(good.id())).containsExactly("accepted");
  }

  /** What is due is done before a command: no order trades after its end. */
  @Test
  void anOrderExpiresBeforeACommandOfTheSameMomentCanMeetIt() {
    Reply order = until(10 * SECOND);
    screen.now = 10 * SECOND - 1;
    Reply sale = screen.limit(bob, Side.SELL, 95, 5);
    assertThat(screen.story(order.id())).endsWith("canceled 5 expired");
    assertThat(sale.filled()).isZero();
  }

  @Test
  void anOrderThatIsOverHasNoTimerLeft() {
    Exchange exchange = screen.venue.exchange.exchange();
    Reply canceled = until(50 * SECOND);
    screen.submit(new Command.CancelOrder(alice, canceled.id()));
    Reply filled = until(50 * SECOND);
    screen.limit(bob, Side.SELL, 95, 5);
    Reply replaced = until(50 * SECOND);
    screen.limit(bob, Side.SELL, 99, 5);
    screen.submit(new Command.ReplaceOrder(alice, replaced.id(), 99, 0));
    assertThat(screen.story(filled.id())).endsWith("traded 95x5");
    assertThat(screen.story(replaced.id())).endsWith("traded 99x5");
    assertThat(exchange.nextDueNs()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void anOrderUntilTheEndOfTimeIsOneThatDoesNotExpire() {
    assertThat(until(Long.MAX_VALUE).refused()).isFalse();
    assertThat(until(Long.MAX_VALUE - 1).refused()).isFalse();
    screen.passes(100 * HOUR);
    assertThat(screen.venue.levels(Side.BUY)).containsExactly("95x10/2");
  }

  @Test
  void cancelAllAfterFiresUnlessItIsRenewed() {
    Reply order = screen.limit(alice, Side.BUY, 95, 5);
    Reply stop = screen.stop(alice, Side.BUY, 5, with().trigger(110));
    Reply others = screen.limit(bob, Side.BUY, 95, 5);
    screen.submit(new Command.CancelAllAfter(alice, 10 * SECOND));
    screen.passes(9 * SECOND);
    screen.submit(new Command.CancelAllAfter(alice, 10 * SECOND));
    screen.restarts();
    screen.passes(9 * SECOND);
    assertThat(screen.story(order.id())).containsExactly("accepted");
    screen.passes(SECOND);
    assertThat(screen.story(order.id())).endsWith("canceled 5 disconnected");
    assertThat(screen.story(stop.id())).endsWith("canceled 5 disconnected");
    assertThat(screen.story(others.id())).containsExactly("accepted");
    Reply later = screen.limit(alice, Side.BUY, 95, 5);
    screen.passes(20 * SECOND);
    assertThat(screen.story(later.id())).as("it fires once").containsExactly("accepted");
  }

  @Test
  void cancelAllAfterCanBeDisarmed() {
    Reply order = screen.limit(alice, Side.BUY, 95, 5);
    screen.submit(new Command.CancelAllAfter(alice, 10 * SECOND));
    screen.submit(new Command.CancelAllAfter(alice, 0));
    screen.passes(20 * SECOND);
    assertThat(screen.story(order.id())).containsExactly("accepted");
  }

  @Test
  void aKilledAccountIsStoppedWithItsPartsAndMayStillCancel() {
    long part = screen.submit(new Command.OpenAccount("part", alice)).id();
    screen.venue.deposit(part, Venue.QUOTE, 10_000);
    Reply own = screen.limit(alice, Side.BUY, 95, 5);
    Reply of = screen.limit(part, Side.BUY, 95, 5);
    Split split = new Split(Algo.TWAP, 0, 100 * SECOND, SECOND, 0, List.of());
    Reply parent = screen.limit(part, Side.BUY, 94, 9, with().split(split));
    screen.submit(new Command.SetKillSwitch(KillScope.ACCOUNT, alice, true));
    for (Reply reply : List.of(own, of, parent)) {
      assertThat(screen.story(reply.id())).last().asString().endsWith("killed");
    }
    screen.restarts();
    assertThat(screen.limit(part, Side.BUY, 95, 5).reason())
        .isEqualTo(RejectReason.TRADING_STOPPED);
    assertThat(screen.submit(new Command.CancelOrder(alice, own.id())).reason())
        .isEqualTo(RejectReason.ORDER_NOT_OPEN);
    screen.submit(new Command.SetKillSwitch(KillScope.ACCOUNT, alice, false));
    assertThat(screen.limit(part, Side.BUY, 95, 5).refused()).isFalse();
  }

  @Test
  void theVenuesSwitchStopsEveryMarket() {
    screen.opensMargin();
    screen.marks(Screen.PERPETUAL, 100);
    Reply spot = screen.limit(alice, Side.BUY, 95, 5);
    Reply perpetual = screen.on(Screen.PERPETUAL, alice, Side.BUY, 95, 5, with());
    screen.submit(new Command.SetKillSwitch(KillScope.VENUE, 0, true));
    assertThat(screen.story(spot.id())).endsWith("canceled 5 killed");
    assertThat(screen.story(perpetual.id())).endsWith("canceled 5 killed");
    assertThat(screen.limit(bob, Side.BUY, 95, 5).reason()).isEqualTo(RejectReason.TRADING_STOPPED);
  }
}

package io.ratel.exchange.screen;

import static io.ratel.exchange.screen.Screen.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.Reply;
import io.ratel.exchange.Venue;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BracketsTest {
  private static final int OCO = OrderConditions.ONE_CANCELS_OTHER;

  private final Screen screen = new Screen();
  private final long alice = screen.alice;
  private final long bob = screen.bob;

  private Reply entry(long price, long quantity) {
    return screen.limit(alice, Side.BUY, price, quantity, with().takeProfit(110).stopLoss(90));
  }

  @Test
  void theLegsSleepUntilTheEntryIsOverAndAreForWhatItFilled() {
    Reply entry = entry(100, 10);
    List<Long> legs = screen.madeFor(entry.id());
    assertThat(legs).hasSize(2);
    screen.limit(bob, Side.SELL, 100, 4);
    assertThat(screen.story(legs.get(0))).containsExactly("accepted");
    screen.submit(new Command.CancelOrder(alice, entry.id()));
    assertThat(screen.story(legs.get(0))).containsExactly("accepted", "armed 4");
    assertThat(screen.story(legs.get(1))).containsExactly("accepted", "armed 4");
    assertThat(screen.venue.levels(Side.SELL)).containsExactly("110x4/1");
  }

  @Test
  void theProfitCancelsTheStopAlsoAfterARestart() {
    Reply entry = entry(100, 10);
    List<Long> legs = screen.madeFor(entry.id());
    screen.restarts();
    screen.limit(bob, Side.SELL, 100, 10);
    screen.restarts();
    screen.limit(bob, Side.BUY, 110, 4);
    assertThat(screen.story(legs.get(1))).endsWith("armed 10", "replaced 0x6");
    screen.restarts();
    screen.limit(bob, Side.BUY, 110, 6);
    assertThat(screen.story(legs.get(0))).endsWith("traded 110x4", "traded 110x6");
    assertThat(screen.story(legs.get(1))).endsWith("canceled 6 linked");
  }

  @Test
  void theStopCancelsTheProfitBeforeItSells() {
    List<Long> legs = screen.madeFor(entry(100, 10).id());
    screen.limit(bob, Side.SELL, 100, 10);
    screen.limit(bob, Side.BUY, 89, 10);
    screen.trades(90);
    assertThat(screen.story(legs.get(0))).endsWith("canceled 10 linked");
    assertThat(screen.story(legs.get(1))).endsWith("triggered 90", "traded 89x10");
  }

  @Test
  void anEntryThatNeverFilledTakesItsLegsAlong() {
    Reply entry = entry(100, 10);
    screen.submit(new Command.CancelOrder(alice, entry.id()));
    for (long leg : screen.madeFor(entry.id())) {
      assertThat(screen.story(leg)).containsExactly("accepted", "canceled 10 linked");
    }
  }

  /** Entry and legs are canceled at one stroke, although the entry has filled a part. */
  @Test
  void everythingOfAPartlyFilledBracketCanBeCanceledAtOnce() {
    Reply entry = entry(100, 10);
    screen.limit(bob, Side.SELL, 100, 4);
    Reply all =
        screen.submit(new Command.CancelOrders(alice, OptionalInt.empty(), Optional.empty()));
    assertThat(all.filled()).isEqualTo(3);
    for (long leg : screen.madeFor(entry.id())) {
      assertThat(screen.story(leg)).containsExactly("accepted", "canceled 10 requested");
    }
  }

  @Test
  void aProfitThatMayNotRestLeavesTheStopInForce() {
    Reply entry =
        screen.limit(alice, Side.BUY, 100, 10, with().takeProfit(Long.MAX_VALUE / 8).stopLoss(90));
    List<Long> legs = screen.madeFor(entry.id());
    screen.limit(bob, Side.SELL, 100, 10);
    assertThat(screen.story(legs.get(0))).endsWith("armed 10", "canceled 10 insufficientFunds");
    screen.limit(bob, Side.BUY, 88, 10);
    screen.trades(90);
    assertThat(screen.story(legs.get(1))).endsWith("triggered 90", "traded 88x10");
  }

  /** The entry sweeps up from below its own stop; only what comes after it can set the stop off. */
  @Test
  void whatTheEntryItselfTradedDoesNotSetItsStopOff() {
    screen.limit(bob, Side.SELL, 85, 5);
    screen.limit(bob, Side.SELL, 99, 5);
    List<Long> legs = screen.madeFor(entry(100, 10).id());
    assertThat(screen.story(legs.get(1))).containsExactly("accepted", "armed 10");
  }

  @Test
  void oneCancelsTheOther() {
    screen.trades(100);
    Reply profit = screen.limit(alice, Side.SELL, 110, 5, with().flag(OCO).stopLoss(95));
    long stop = screen.madeFor(profit.id()).getFirst();
    screen.limit(bob, Side.BUY, 110, 2);
    assertThat(screen.story(stop)).containsExactly("accepted", "replaced 0x3");
    screen.limit(bob, Side.BUY, 94, 5);
    screen.trades(95);
    assertThat(screen.story(profit.id())).endsWith("canceled 3 linked");
    assertThat(screen.story(stop)).endsWith("triggered 95", "traded 94x3");
  }

  /**
   * Two orders are triggered by one price. The first would buy the profit side of the second, which
   * is a stop: had it still been there, both sides would have sold.
   */
  @Test
  void theTwoSidesNeverBothSell() {
    screen.trades(100);
    screen.limit(bob, Side.BUY, 97, 9);
    Reply touched =
        screen.order(
            bob, Side.BUY, OrderType.MARKET_IF_TOUCHED, TimeInForce.IOC, 0, 5, with().trigger(98));
    Reply profit = screen.limit(alice, Side.SELL, 101, 5, with().flag(OCO).stopLoss(98));
    screen.trades(98);
    assertThat(screen.story(profit.id())).endsWith("canceled 5 linked");
    assertThat(screen.story(touched.id())).endsWith("triggered 98", "canceled 5 noLiquidity");
    assertThat(screen.venue.total(alice, Venue.BASE)).isEqualTo(10_000 - 5);
  }

  @Test
  void aLegIsAsLargeAsWhatItProtects() {
    Reply entry = entry(100, 10);
    List<Long> legs = screen.madeFor(entry.id());
    screen.limit(bob, Side.SELL, 100, 10);
    for (long leg : legs) {
      assertThat(screen.submit(new Command.ReplaceOrder(alice, leg, 0, 20)).reason())
          .isEqualTo(RejectReason.INVALID_LINK);
    }
    screen.submit(new Command.ReplaceOrder(alice, legs.get(0), 108, 0));
    assertThat(screen.venue.levels(Side.SELL)).containsExactly("108x10/1");
  }

  @Test
  void aBracketAroundAStopSleepsWithIt() {
    screen.trades(100);
    screen.limit(bob, Side.SELL, 104, 10);
    Reply stop = screen.stop(alice, Side.BUY, 10, with().trigger(103).takeProfit(115).stopLoss(95));
    screen.trades(103);
    assertThat(screen.story(stop.id())).endsWith("triggered 103", "traded 104x10");
    List<Long> legs = screen.madeFor(stop.id());
    assertThat(screen.story(legs.get(0))).endsWith("armed 10");
    assertThat(screen.venue.levels(Side.SELL)).containsExactly("115x10/1");
  }

  /** The house deals at a limit only once its mark is there. */
  @Test
  void aDealtProfitWaitsForTheMark() {
    screen.opensMargin();
    screen.marks(Screen.DEALT, 100);
    Reply entry =
        screen.on(Screen.DEALT, alice, Side.BUY, 0, 10, with().takeProfit(110).stopLoss(90));
    assertThat(entry.filled()).isEqualTo(10);
    long profit = screen.madeFor(entry.id()).getFirst();
    assertThat(screen.story(profit)).containsExactly("accepted", "armed 10");
    screen.restarts();
    screen.marks(Screen.DEALT, 111);
    assertThat(screen.story(profit)).endsWith("triggered 111", "traded 110x10");
  }

  @Test
  void aDealtStopLimitWaitsForItsLimit() {
    screen.opensMargin();
    screen.marks(Screen.DEALT, 100);
    Reply stop =
        screen.submit(
            new Command.PlaceOrder(
                alice,
                Screen.DEALT,
                Side.BUY,
                OrderType.STOP_LIMIT,
                TimeInForce.GTC,
                50,
                10,
                with().trigger(105).build(),
                ""));
    screen.marks(Screen.DEALT, 106);
    assertThat(screen.story(stop.id())).containsExactly("accepted", "triggered 106");
    screen.marks(Screen.DEALT, 49);
    assertThat(screen.story(stop.id())).endsWith("triggered 49", "traded 50x10");
  }

  @Test
  void aDealtLimitWaitsAtTheLimitThatItWasGiven() {
    screen.opensMargin();
    screen.marks(Screen.DEALT, 100);
    Reply limit = screen.on(Screen.DEALT, alice, Side.BUY, 90, 10, with());
    screen.submit(new Command.ReplaceOrder(alice, limit.id(), 80, 0));
    screen.marks(Screen.DEALT, 90);
    assertThat(screen.story(limit.id())).containsExactly("accepted", "replaced 80x10", "trails 80");
    screen.marks(Screen.DEALT, 80);
    assertThat(screen.story(limit.id())).endsWith("triggered 80", "traded 80x10");
  }
}

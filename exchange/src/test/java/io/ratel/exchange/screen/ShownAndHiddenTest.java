package io.ratel.exchange.screen;

import static io.ratel.exchange.screen.Screen.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.Limits;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import org.junit.jupiter.api.Test;

class ShownAndHiddenTest {
  private final Screen screen = new Screen();
  private final long alice = screen.alice;
  private final long bob = screen.bob;

  private Reply fillOrKill(long price, long quantity, SelfTradePrevention mode) {
    return screen.order(
        alice, Side.BUY, OrderType.LIMIT, TimeInForce.FOK, price, quantity, with().selfTrade(mode));
  }

  @Test
  void anIcebergShowsASliceAndLosesItsTurnWithEach() {
    Reply iceberg = screen.limit(alice, Side.SELL, 100, 10, with().display(3));
    Reply plain = screen.limit(bob, Side.SELL, 100, 4);
    assertThat(screen.venue.levels(Side.SELL)).containsExactly("100x7/2");
    screen.limit(bob, Side.BUY, 100, 5);
    assertThat(screen.story(iceberg.id())).containsExactly("accepted", "traded 100x3");
    assertThat(screen.story(plain.id())).containsExactly("accepted", "traded 100x2");
    screen.restarts();
    assertThat(screen.venue.levels(Side.SELL)).containsExactly("100x5/2");
    screen.limit(bob, Side.BUY, 100, 4);
    assertThat(screen.story(iceberg.id())).endsWith("traded 100x3", "traded 100x2");
    assertThat(screen.venue.levels(Side.SELL)).containsExactly("100x1/1");
  }

  @Test
  void anIcebergStaysOneWhenLessThanASliceIsLeftAndMoreIsAsked() {
    screen.limit(bob, Side.SELL, 100, 8);
    Reply iceberg = screen.limit(alice, Side.BUY, 100, 10, with().display(5));
    assertThat(screen.venue.levels(Side.BUY)).containsExactly("100x2/1");
    screen.submit(new Command.ReplaceOrder(alice, iceberg.id(), 0, 28));
    assertThat(screen.venue.levels(Side.BUY)).containsExactly("100x5/1");
  }

  @Test
  void nobodyIsToldOfAPriceWhereOnlyHiddenOrdersAre() {
    Reply hidden = screen.limit(alice, Side.SELL, 103, 10, with().flag(OrderTerms.HIDDEN));
    screen.submit(new Command.ReplaceOrder(alice, hidden.id(), 102, 0));
    screen.submit(new Command.ReplaceOrder(alice, hidden.id(), 0, 8));
    screen.submit(new Command.CancelOrder(alice, hidden.id()));
    assertThat(screen.venue.events).noneMatch(Event.LevelChanged.class::isInstance);
  }

  @Test
  void hiddenOrdersTradeBehindTheShownOnesOfTheirPrice() {
    Reply hidden = screen.limit(alice, Side.SELL, 100, 5, with().flag(OrderTerms.HIDDEN));
    Reply shown = screen.limit(alice, Side.SELL, 100, 5);
    screen.limit(bob, Side.BUY, 100, 7);
    assertThat(screen.story(shown.id())).endsWith("traded 100x5");
    assertThat(screen.story(hidden.id())).endsWith("traded 100x2");
  }

  @Test
  void fillOrKillCountsReservesAndWhatIsHidden() {
    screen.limit(bob, Side.SELL, 100, 10, with().display(1));
    screen.limit(bob, Side.SELL, 100, 5, with().flag(OrderTerms.HIDDEN));
    assertThat(fillOrKill(100, 16, SelfTradePrevention.NONE).filled()).isZero();
    assertThat(fillOrKill(100, 15, SelfTradePrevention.NONE).filled()).isEqualTo(15);
  }

  /** Its own order stands between: to stop there would leave it filled in part. */
  @Test
  void fillOrKillIsNeverFilledInPartForItsOwnAccountsSake() {
    screen.limit(bob, Side.SELL, 99, 4);
    screen.limit(alice, Side.SELL, 100, 5);
    screen.limit(bob, Side.SELL, 101, 6);
    for (SelfTradePrevention mode : SelfTradePrevention.values()) {
      boolean goesOn =
          mode == SelfTradePrevention.NONE || mode == SelfTradePrevention.CANCEL_OLDEST;
      if (!goesOn) {
        assertThat(fillOrKill(101, 10, mode).filled()).as(mode.label()).isZero();
        assertThat(screen.venue.levels(Side.SELL)).hasSize(3);
      }
    }
    assertThat(fillOrKill(101, 10, SelfTradePrevention.CANCEL_OLDEST).filled()).isEqualTo(10);
    assertThat(screen.venue.levels(Side.SELL)).isEmpty();
  }

  @Test
  void fillOrKillIsNeverFilledInPartForTheBoundsSake() {
    for (int i = 0; i <= Limits.FILLS_PER_COMMAND; i++) {
      screen.limit(bob, Side.SELL, 100, 1);
    }
    int most = Limits.FILLS_PER_COMMAND;
    assertThat(fillOrKill(100, most + 1, SelfTradePrevention.NONE).filled()).isZero();
    assertThat(fillOrKill(100, most, SelfTradePrevention.NONE).filled()).isEqualTo(most);
  }

  @Test
  void decrementTakesTheSameFromBothAndTellsEachOnce() {
    Reply maker = screen.limit(alice, Side.SELL, 100, 10);
    SelfTradePrevention decrement = SelfTradePrevention.DECREMENT;
    Reply taker = screen.limit(alice, Side.BUY, 100, 4, with().selfTrade(decrement));
    assertThat(screen.story(taker.id())).containsExactly("accepted", "canceled 4 selfTrade");
    assertThat(screen.story(maker.id())).containsExactly("accepted", "replaced 100x6");
    Reply larger = screen.limit(alice, Side.BUY, 100, 9, with().selfTrade(decrement));
    assertThat(screen.story(maker.id())).endsWith("canceled 6 selfTrade");
    assertThat(screen.story(larger.id())).containsExactly("accepted", "replaced 100x3");
    assertThat(screen.venue.levels(Side.BUY)).containsExactly("100x3/1");
  }

  /** A replacement may not turn a position over that the order was only to reduce. */
  @Test
  void aReduceOnlyOrderReducesAlsoWhenItIsReplaced() {
    screen.opensMargin();
    screen.marks(Screen.PERPETUAL, 100);
    screen.on(Screen.PERPETUAL, bob, Side.SELL, 100, 10, with());
    screen.on(Screen.PERPETUAL, alice, Side.BUY, 100, 10, with());
    Reply reduces =
        screen.on(Screen.PERPETUAL, alice, Side.SELL, 110, 5, with().flag(OrderTerms.REDUCE_ONLY));
    screen.on(Screen.PERPETUAL, bob, Side.BUY, 100, 50, with());
    Reply replaced = screen.submit(new Command.ReplaceOrder(alice, reduces.id(), 100, 50));
    assertThat(replaced.filled()).isEqualTo(10);
    assertThat(screen.story(reduces.id())).endsWith("replaced 100x10", "traded 100x10");
  }
}

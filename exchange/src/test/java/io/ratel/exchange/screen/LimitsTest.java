package io.ratel.exchange.screen;

import static io.ratel.exchange.screen.Screen.SECOND;
import static io.ratel.exchange.screen.Screen.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.Limits;
import io.ratel.exchange.Reply;
import io.ratel.exchange.Venue;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Each limit refuses with its own value and the order's, at the first value past it. */
class LimitsTest {
  private final Screen screen = new Screen();
  private final long alice = screen.alice;
  private final long bob = screen.bob;

  private void limits(long account, AccountLimits limits) {
    assertThat(screen.submit(new Command.SetLimits(account, limits)).refused()).isFalse();
  }

  private static void refuses(Reply reply, RejectReason reason, long limit, long value) {
    assertThat(reply.reason()).isEqualTo(reason);
    assertThat(reply.available()).isEqualTo(limit);
    assertThat(reply.needed()).isEqualTo(value);
  }

  @Test
  void ofAnOrdersQuantityAndValue() {
    limits(alice, new AccountLimits(0, 0, 0, 10, 0, 0, 0));
    assertThat(screen.limit(alice, Side.BUY, 95, 10).refused()).isFalse();
    refuses(screen.limit(alice, Side.BUY, 95, 11), RejectReason.ORDER_QUANTITY_LIMIT, 10, 11);
    limits(alice, new AccountLimits(950, 0, 0, 0, 0, 0, 0));
    assertThat(screen.limit(alice, Side.BUY, 95, 10).refused()).isFalse();
    refuses(screen.limit(alice, Side.BUY, 96, 10), RejectReason.ORDER_NOTIONAL_LIMIT, 950, 960);
    refuses(
        screen.stop(alice, Side.BUY, 10, with().trigger(96)),
        RejectReason.ORDER_NOTIONAL_LIMIT,
        950,
        960);
  }

  @Test
  void ofAMarketsTrailingStopsWhicheverAccountSendsThem() {
    screen.trades(100);
    for (int i = 0; i < Limits.TRAILING_STOPS; i++) {
      assertThat(trailing(i % 2 == 0 ? alice : bob).refused()).isFalse();
    }
    screen.restarts();
    refuses(trailing(alice), RejectReason.TRAILING_STOPS_LIMIT, 1_024, 1_025);
    refuses(trailing(bob), RejectReason.TRAILING_STOPS_LIMIT, 1_024, 1_025);
    assertThat(screen.stop(alice, Side.BUY, 1, with().trigger(110)).refused()).isFalse();
    screen.submit(new Command.CancelOrders(alice, OptionalInt.empty(), Optional.empty()));
    assertThat(trailing(bob).refused()).as("there is room again").isFalse();
  }

  private Reply trailing(long account) {
    return screen.order(
        account, Side.BUY, OrderType.TRAILING_STOP, TimeInForce.GTC, 0, 1, with().trail(50));
  }

  @Test
  void ofOpenOrdersWithThoseThatWaitAndThoseOfTheParts() {
    long part = screen.submit(new Command.OpenAccount("part", alice)).id();
    screen.venue.deposit(part, Venue.QUOTE, 10_000);
    limits(alice, new AccountLimits(0, 0, 0, 0, 3, 0, 0));
    Reply first = screen.limit(alice, Side.BUY, 95, 1);
    screen.stop(alice, Side.BUY, 1, with().trigger(110));
    screen.limit(part, Side.BUY, 95, 1);
    screen.restarts();
    refuses(screen.limit(part, Side.BUY, 95, 1), RejectReason.OPEN_ORDERS_LIMIT, 3, 4);
    refuses(screen.limit(alice, Side.BUY, 95, 1), RejectReason.OPEN_ORDERS_LIMIT, 3, 4);
    assertThat(screen.submit(new Command.ReplaceOrder(alice, first.id(), 96, 0)).refused())
        .as("a change is no more orders")
        .isFalse();
    screen.submit(new Command.CancelOrder(alice, first.id()));
    assertThat(screen.limit(part, Side.BUY, 95, 1).refused()).isFalse();
  }

  @Test
  void ofOrdersInASecondOfWhichRefusedOnesAreNone() {
    long part = screen.submit(new Command.OpenAccount("part", alice)).id();
    screen.venue.deposit(part, Venue.QUOTE, 10_000);
    limits(alice, new AccountLimits(0, 0, 0, 0, 0, 3, 0));
    screen.now = 5 * SECOND;
    Reply first = screen.limit(alice, Side.BUY, 95, 1);
    for (int i = 0; i < 5; i++) {
      assertThat(screen.limit(alice, Side.BUY, 95, 1_000_000).reason())
          .isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
    }
    assertThat(screen.limit(part, Side.BUY, 95, 1).refused()).isFalse();
    assertThat(screen.submit(new Command.ReplaceOrder(alice, first.id(), 96, 0)).refused())
        .isFalse();
    screen.restarts();
    refuses(screen.limit(part, Side.BUY, 95, 1), RejectReason.ORDER_RATE_LIMIT, 3, 4);
    refuses(
        screen.submit(new Command.ReplaceOrder(alice, first.id(), 97, 0)),
        RejectReason.ORDER_RATE_LIMIT,
        3,
        4);
    screen.now = 6 * SECOND;
    assertThat(screen.limit(part, Side.BUY, 95, 1).refused()).isFalse();
  }

  @Test
  void ofAPositionWithThoseOfTheParts() {
    long part = screen.submit(new Command.OpenAccount("part", alice)).id();
    screen.venue.deposit(part, Venue.QUOTE, 10_000);
    limits(alice, new AccountLimits(0, 1_500, 0, 0, 0, 0, 0));
    screen.limit(bob, Side.SELL, 100, 20);
    screen.limit(part, Side.BUY, 100, 10);
    refuses(screen.limit(alice, Side.BUY, 100, 6), RejectReason.POSITION_LIMIT, 1_500, 1_600);
    assertThat(screen.limit(alice, Side.BUY, 100, 5).filled()).isEqualTo(5);
    assertThat(screen.limit(alice, Side.SELL, 100, 5).refused()).isFalse();
  }

  @Test
  void ofADaysLossAfterWhichOnlyReducingIsAllowed() {
    screen.opensMargin();
    screen.marks(Screen.PERPETUAL, 100);
    limits(alice, new AccountLimits(0, 0, 100, 0, 0, 0, 0));
    screen.on(Screen.PERPETUAL, bob, Side.SELL, 100, 30, with());
    screen.on(Screen.PERPETUAL, alice, Side.BUY, 100, 30, with());
    screen.on(Screen.PERPETUAL, bob, Side.BUY, 90, 20, with());
    screen.on(Screen.PERPETUAL, alice, Side.SELL, 90, 9, with());
    assertThat(screen.on(Screen.PERPETUAL, alice, Side.BUY, 80, 1, with()).refused())
        .as("lost 90")
        .isFalse();
    screen.on(Screen.PERPETUAL, alice, Side.SELL, 90, 1, with());
    refuses(
        screen.on(Screen.PERPETUAL, alice, Side.BUY, 80, 1, with()),
        RejectReason.DAILY_LOSS_LIMIT,
        100,
        101);
    assertThat(
            screen
                .on(Screen.PERPETUAL, alice, Side.SELL, 90, 5, with().flag(OrderTerms.REDUCE_ONLY))
                .filled())
        .isEqualTo(5);
    screen.passes(24 * Screen.HOUR);
    assertThat(screen.on(Screen.PERPETUAL, alice, Side.BUY, 80, 1, with()).refused())
        .as("another day")
        .isFalse();
  }

  @Test
  void ofAPricesDistanceOnTheCostlySide() {
    screen.trades(1_000);
    limits(alice, new AccountLimits(0, 0, 0, 0, 0, 0, 50_000));
    assertThat(screen.limit(alice, Side.BUY, 1_050, 1).refused()).isFalse();
    refuses(
        screen.limit(alice, Side.BUY, 1_051, 1), RejectReason.PRICE_OUT_OF_COLLAR, 1_050, 1_051);
    refuses(screen.limit(alice, Side.SELL, 949, 1), RejectReason.PRICE_OUT_OF_COLLAR, 950, 949);
    assertThat(screen.limit(alice, Side.BUY, 1, 1).refused()).isFalse();
  }
}

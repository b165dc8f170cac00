package io.ratel.exchange.screen;

import static io.ratel.exchange.screen.Screen.SECOND;
import static io.ratel.exchange.screen.Screen.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.Reply;
import io.ratel.exchange.Venue;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions.Split;
import io.ratel.model.order.Algo;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ParentsTest {
  private final Screen screen = new Screen();
  private final long alice = screen.alice;
  private final long bob = screen.bob;

  private Reply twap(long quantity, int slices) {
    Split split =
        new Split(Algo.TWAP, 0, screen.now + slices * 10 * SECOND, 10 * SECOND, 0, List.of());
    return screen.limit(alice, Side.BUY, 100, quantity, with().split(split));
  }

  private List<String> lastChild(Reply parent) {
    return screen.story(screen.madeFor(parent.id()).getLast());
  }

  private long bought() {
    return screen.venue.total(alice, Venue.BASE) - 10_000;
  }

  @Test
  void aTwapSendsEqualSlicesAndMakesUpForWhatDidNotTrade() {
    Reply parent = twap(10, 4);
    assertThat(screen.venue.levels(Side.BUY)).containsExactly("100x3/1");
    screen.limit(bob, Side.SELL, 100, 1);
    screen.passes(10 * SECOND);
    assertThat(screen.venue.levels(Side.BUY)).containsExactly("100x5/1");
    screen.restarts();
    screen.passes(10 * SECOND);
    assertThat(screen.venue.levels(Side.BUY)).containsExactly("100x7/1");
    screen.limit(bob, Side.SELL, 100, 7);
    assertThat(lastChild(parent)).endsWith("traded 100x7");
    screen.passes(10 * SECOND);
    assertThat(screen.venue.levels(Side.BUY)).containsExactly("100x2/1");
    screen.passes(10 * SECOND);
    assertThat(screen.venue.levels(Side.BUY)).isEmpty();
    assertThat(screen.story(parent.id())).containsExactly("accepted", "canceled 2 expired");
    assertThat(bought()).isEqualTo(8);
  }

  @Test
  void aTwapThatIsDoneSaysNoMore() {
    screen.limit(bob, Side.SELL, 100, 50);
    Reply parent = twap(10, 2);
    screen.passes(10 * SECOND);
    assertThat(bought()).isEqualTo(10);
    screen.passes(100 * SECOND);
    assertThat(screen.story(parent.id())).containsExactly("accepted");
    assertThat(screen.submit(new Command.CancelOrder(alice, parent.id())).reason())
        .isEqualTo(RejectReason.ORDER_NOT_OPEN);
  }

  @Test
  void aVwapFollowsItsCurve() {
    Split split = new Split(Algo.VWAP, 0, screen.now + 40 * SECOND, 0, 0, List.of(1, 5, 0, 4));
    screen.limit(alice, Side.BUY, 100, 100, with().split(split));
    screen.limit(bob, Side.SELL, 100, 500);
    assertThat(bought()).isEqualTo(10);
    screen.passes(10 * SECOND);
    assertThat(bought()).isEqualTo(60);
    screen.passes(10 * SECOND);
    assertThat(bought()).isEqualTo(60);
    screen.passes(10 * SECOND);
    assertThat(bought()).isEqualTo(100);
  }

  @Test
  void aShareOfTheVolumeCountsWhatOthersTrade() {
    Split split =
        new Split(Algo.POV, 0, screen.now + 100 * SECOND, 10 * SECOND, 200_000, List.of());
    screen.limit(alice, Side.BUY, 105, 100, with().split(split));
    screen.limit(bob, Side.SELL, 100, 30);
    screen.limit(bob, Side.BUY, 100, 20);
    screen.passes(10 * SECOND);
    assertThat(bought()).as("a fifth of 20").isEqualTo(4);
    screen.restarts();
    screen.passes(10 * SECOND);
    assertThat(bought()).as("its own trades do not count").isEqualTo(4);
  }

  @Test
  void whatAMarketChildCouldNotTradeIsDueAgain() {
    Split split = new Split(Algo.TWAP, 0, screen.now + 30 * SECOND, 10 * SECOND, 0, List.of());
    screen.limit(bob, Side.SELL, 100, 1);
    Reply parent =
        screen.order(alice, Side.BUY, OrderType.MARKET, TimeInForce.IOC, 0, 9, with().split(split));
    assertThat(bought()).isEqualTo(1);
    screen.limit(bob, Side.SELL, 100, 50);
    screen.passes(10 * SECOND);
    assertThat(bought()).isEqualTo(6);
    screen.submit(new Command.CancelOrder(alice, parent.id()));
    assertThat(screen.story(parent.id())).containsExactly("accepted", "canceled 3 requested");
  }

  /** The slice is due with the very command that cancels: nothing of it is lost or doubled. */
  @Test
  void aSliceThatIsDueWithTheCancelCounts() {
    Reply parent = twap(9, 3);
    screen.submit(new Command.CancelOrder(alice, screen.madeFor(parent.id()).getFirst()));
    screen.limit(bob, Side.SELL, 100, 2);
    screen.now += 10 * SECOND;
    Reply canceled = screen.submit(new Command.CancelOrder(alice, parent.id()));
    assertThat(bought()).isEqualTo(2);
    assertThat(canceled.filled()).isEqualTo(2);
    assertThat(screen.story(parent.id())).endsWith("canceled 7 requested");
  }

  @Test
  void aChildMayBeMovedAndCanceledButNotMadeLarger() {
    Reply parent = twap(9, 3);
    long child = screen.madeFor(parent.id()).getFirst();
    assertThat(screen.submit(new Command.ReplaceOrder(alice, child, 0, 20)).reason())
        .isEqualTo(RejectReason.INVALID_LINK);
    screen.submit(new Command.ReplaceOrder(alice, child, 99, 0));
    assertThat(screen.venue.levels(Side.BUY)).containsExactly("99x3/1");
    screen.submit(new Command.CancelOrder(alice, child));
    screen.passes(10 * SECOND);
    assertThat(screen.venue.levels(Side.BUY)).containsExactly("100x6/1");
  }

  @Test
  void cancelingEverythingTellsOfAllThatIsLeft() {
    Reply parent = twap(9, 3);
    Reply all =
        screen.submit(new Command.CancelOrders(alice, OptionalInt.empty(), Optional.empty()));
    assertThat(all.filled()).as("the child and its parent").isEqualTo(2);
    assertThat(lastChild(parent)).endsWith("canceled 3 requested");
    assertThat(screen.story(parent.id())).endsWith("canceled 9 requested");
    assertThat(screen.venue.exchange.exchange().nextDueNs())
        .isGreaterThan(screen.now + 60 * SECOND);
  }

  @Test
  void aParentWithoutAnEndIsNeverOver() {
    Split split = new Split(Algo.TWAP, 0, Long.MAX_VALUE, Long.MAX_VALUE / 2, 0, List.of());
    Reply parent = screen.limit(alice, Side.BUY, 100, 9, with().split(split));
    assertThat(parent.refused()).isFalse();
    screen.passes(1_000 * SECOND);
    assertThat(screen.story(parent.id())).containsExactly("accepted");
  }
}

package io.ratel.exchange.screen;

import static io.ratel.exchange.screen.Screen.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.Reply;
import io.ratel.exchange.Venue;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuctionsTest {
  private final Screen screen = new Screen();
  private final long alice = screen.alice;
  private final long bob = screen.bob;

  private void state(TradingState state) {
    screen.submit(new Command.SetTradingState(0, state));
  }

  private List<Event.TradingStateChanged> states() {
    return screen.venue.events.stream()
        .filter(Event.TradingStateChanged.class::isInstance)
        .map(Event.TradingStateChanged.class::cast)
        .toList();
  }

  @Test
  void ordersGatherAndAllTradeAtOnePrice() {
    state(TradingState.AUCTION);
    Reply buy = screen.limit(alice, Side.BUY, 105, 10);
    Reply sell = screen.limit(bob, Side.SELL, 95, 6);
    Reply other = screen.limit(bob, Side.SELL, 99, 2);
    assertThat(screen.story(buy.id())).containsExactly("accepted");
    screen.restarts();
    state(TradingState.OPEN);
    assertThat(screen.story(buy.id())).endsWith("traded 105x6", "traded 105x2");
    assertThat(screen.story(sell.id())).endsWith("traded 105x6");
    assertThat(screen.story(other.id())).endsWith("traded 105x2");
    assertThat(states().getLast())
        .isEqualTo(new Event.TradingStateChanged(0, TradingState.OPEN, 105, 8));
    assertThat(screen.venue.levels(Side.BUY)).containsExactly("105x2/1");
  }

  @Test
  void anAuctionMayEndTheDay() {
    state(TradingState.AUCTION);
    Reply day = screen.order(alice, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, 100, 5, with());
    Reply good = screen.limit(alice, Side.BUY, 99, 5);
    screen.limit(bob, Side.SELL, 100, 2);
    state(TradingState.CLOSED);
    assertThat(screen.story(day.id()))
        .containsExactly("accepted", "traded 100x2", "canceled 3 expired");
    assertThat(screen.story(good.id())).containsExactly("accepted");
    assertThat(screen.limit(bob, Side.SELL, 99, 1).reason())
        .isEqualTo(RejectReason.NOT_IN_THIS_STATE);
  }

  @Test
  void aMarketOrderTakesPartAndLeavesWithTheAuction() {
    screen.trades(100);
    state(TradingState.AUCTION);
    Reply market = screen.order(alice, Side.BUY, OrderType.MARKET, TimeInForce.IOC, 0, 10, with());
    screen.limit(bob, Side.SELL, 98, 4);
    state(TradingState.OPEN);
    assertThat(screen.story(market.id())).endsWith("traded 105x4", "canceled 6 noLiquidity");
    assertThat(screen.venue.levels(Side.BUY)).isEmpty();
    assertThat(screen.venue.available(alice, Venue.QUOTE)).isEqualTo(1_000_000 - 4 * 105);
  }

  /** What an order before had met was once taken for what this one met. */
  @Test
  void anOrderEntersAnAuctionWhateverTheOneBeforeMet() {
    screen.limit(alice, Side.SELL, 100, 1);
    screen.limit(alice, Side.BUY, 100, 1, with().selfTrade(SelfTradePrevention.CANCEL_NEWEST));
    state(TradingState.PRE_OPEN);
    Reply order = screen.limit(bob, Side.BUY, 90, 5);
    assertThat(screen.story(order.id())).containsExactly("accepted");
    assertThat(screen.venue.levels(Side.BUY)).containsExactly("90x5/1");
  }

  /** Whoever it is on the other side, the volume decides the price: nobody may take it back. */
  @Test
  void anAuctionKeepsNobodyFromTradingWithOneself() {
    state(TradingState.AUCTION);
    Reply buy =
        screen.limit(alice, Side.BUY, 100, 5, with().selfTrade(SelfTradePrevention.CANCEL_BOTH));
    Reply sell =
        screen.limit(alice, Side.SELL, 100, 5, with().selfTrade(SelfTradePrevention.CANCEL_BOTH));
    state(TradingState.OPEN);
    assertThat(screen.story(buy.id())).endsWith("traded 100x5");
    assertThat(screen.story(sell.id())).endsWith("traded 100x5");
  }

  @Test
  void stopsAreSetOffByTheAuctionsPriceAndGoWhenItIsOver() {
    screen.trades(100);
    screen.limit(bob, Side.SELL, 104, 5);
    Reply stop = screen.stop(alice, Side.BUY, 3, with().trigger(102));
    state(TradingState.AUCTION);
    screen.limit(alice, Side.BUY, 103, 5);
    screen.limit(bob, Side.SELL, 103, 5);
    state(TradingState.OPEN);
    assertThat(screen.story(stop.id())).endsWith("triggered 103", "traded 104x3");
  }

  /** More matches than one step may do: nothing else may reach the market in between. */
  @Test
  void anAuctionOfManyMatchesIsOneAuction() {
    screen.trades(100);
    Reply stop =
        screen.order(
            alice, Side.BUY, OrderType.STOP_LIMIT, TimeInForce.GTC, 90, 3, with().trigger(100));
    assertThat(screen.story(stop.id())).endsWith("triggered 100");
    state(TradingState.AUCTION);
    Reply entry = screen.limit(alice, Side.BUY, 101, 1, with().takeProfit(120).stopLoss(80));
    long profit = screen.madeFor(entry.id()).getFirst();
    Reply later =
        screen.order(
            alice, Side.BUY, OrderType.STOP_LIMIT, TimeInForce.GTC, 90, 3, with().trigger(101));
    for (int i = 0; i < 1_500; i++) {
      screen.limit(alice, Side.BUY, 101, 1);
      screen.limit(bob, Side.SELL, 101, 1);
    }
    screen.limit(bob, Side.SELL, 101, 1);
    state(TradingState.OPEN);
    for (int i = 0; i < 5; i++) {
      screen.restarts();
      screen.passes(1);
    }
    assertThat(states().getLast())
        .isEqualTo(new Event.TradingStateChanged(0, TradingState.OPEN, 101, 1_501));
    assertThat(screen.story(profit)).containsExactly("accepted", "armed 1");
    assertThat(screen.story(later.id())).containsExactly("accepted", "triggered 101");
    assertThat(screen.venue.levels(Side.SELL)).containsExactly("120x1/1");
    assertThat(screen.venue.levels(Side.BUY)).containsExactly("90x6/2");
  }

  @Test
  void hiddenOrdersAndIcebergsTakePartWithAllTheyHave() {
    state(TradingState.AUCTION);
    screen.limit(alice, Side.BUY, 100, 20, with().display(2));
    screen.limit(alice, Side.BUY, 100, 5, with().flag(OrderTerms.HIDDEN));
    screen.limit(bob, Side.SELL, 100, 22);
    assertThat(screen.venue.levels(Side.BUY)).containsExactly("100x2/1");
    state(TradingState.OPEN);
    assertThat(screen.venue.levels(Side.SELL)).isEmpty();
    assertThat(screen.venue.total(alice, Venue.BASE)).isEqualTo(10_022);
  }
}

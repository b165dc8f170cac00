package io.ratel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.event.Event;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The random streams are worth what they reach. */
class StreamsTest {
  private final Set<String> reached = new TreeSet<>();

  private void look(Venue venue, Reply reply) {
    reached.add("answer " + reply.reason());
    for (Event event : venue.events) {
      reached.add(
          switch (event) {
            case Event.OrderCanceled e -> "canceled " + e.reason();
            case Event.OrderConditioned e -> "origin " + e.origin();
            case Event.TradingStateChanged e ->
                e.auctionQuantity() > 0 ? "uncrossed" : "state " + e.state();
            case Event.Liquidated e -> "liquidated " + e.step();
            default -> event.getClass().getSimpleName();
          });
    }
    venue.events.clear();
  }

  @Test
  void ofOrdersReachEveryEventAndReason() {
    for (int seed = 0; seed < 100; seed++) {
      Venue venue = Venue.withFees(1_000, 2_000);
      long[] accounts = {venue.account("a", 20_000, 200), venue.account("b", 9_000, 90)};
      RandomOrders orders = new RandomOrders(new Random(seed), accounts);
      for (int i = 0; i < 300; i++) {
        long id = venue.exchange.exchange().lastCommandId() + 32;
        Command command = orders.next(id);
        look(venue, venue.exchange.submit(command, id, orders.now));
      }
    }
    assertThat(reached)
        .contains(
            "OrderArmed",
            "OrderReplaced",
            "OrderTriggered",
            "TriggerMoved",
            "uncrossed",
            "answer INSUFFICIENT_FUNDS",
            "answer INVALID_LINK",
            "answer NOT_IN_THIS_STATE",
            "answer NO_LIQUIDITY",
            "answer WOULD_TRADE",
            "canceled EXPIRED",
            "canceled IMMEDIATE_REMAINDER",
            "canceled INSUFFICIENT_FUNDS",
            "canceled LINKED",
            "canceled NOT_ALLOWED",
            "canceled NOT_FILLABLE",
            "canceled NO_LIQUIDITY",
            "canceled REQUESTED",
            "canceled SELF_TRADE",
            "origin BRACKET");
  }

  @Test
  void ofTheWholeVenueReachEveryEventAndReason() {
    for (int seed = 0; seed < 100; seed++) {
      Venue venue = Venue.withFees(1_000, 2_000);
      RandomVenue orders = RandomVenue.open(venue, seed);
      for (int i = 0; i < 300; i++) {
        long id = venue.exchange.exchange().lastCommandId() + 32;
        Command command = orders.next(id);
        look(venue, venue.exchange.submit(command, id, orders.now()));
      }
    }
    assertThat(reached)
        .contains(
            "MarginCalled",
            "answer OPEN_ORDERS_LIMIT",
            "answer ORDER_RATE_LIMIT",
            "answer POSITION_LIMIT",
            "answer TRADING_STOPPED",
            "canceled DISCONNECTED",
            "canceled KILLED",
            "canceled LIQUIDATED",
            "canceled REDUCE_ONLY",
            "canceled REPLACED_BY_PARENT",
            "liquidated DELEVERAGE",
            "liquidated REDUCE",
            "origin DEALER",
            "origin PARENT",
            "uncrossed");
  }
}

package io.ratel.exchange.screen;

import io.ratel.exchange.Exchange;
import io.ratel.exchange.LocalExchange;
import io.ratel.exchange.Reply;
import io.ratel.exchange.Snapshot;
import io.ratel.exchange.Venue;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MarginModel;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;

/** A trader's screen: a market with makers on it, orders sent, and what became of them. */
final class Screen {
  static final long SECOND = 1_000_000_000L;
  static final long HOUR = 3_600 * SECOND;
  static final int PERPETUAL = 1;
  static final int DEALT = 2;

  final Venue venue = Venue.withFees(0, 0);
  final long alice = venue.account("alice", 1_000_000, 10_000);
  final long bob = venue.account("bob", 1_000_000, 10_000);
  long now = SECOND;
  private long marks;

  static OrderConditions.Builder with() {
    return new OrderConditions.Builder();
  }

  Reply submit(Command command) {
    Exchange exchange = venue.exchange.exchange();
    return venue.exchange.submit(command, exchange.lastCommandId() + 32, ++now);
  }

  void passes(long ns) {
    now += ns;
    submit(new Command.AdvanceTime());
  }

  Reply order(
      long account,
      Side side,
      OrderType type,
      TimeInForce time,
      long price,
      long quantity,
      OrderConditions.Builder with) {
    return submit(
        new Command.PlaceOrder(account, 0, side, type, time, price, quantity, with.build(), ""));
  }

  Reply limit(long account, Side side, long price, long quantity) {
    return order(account, side, OrderType.LIMIT, TimeInForce.GTC, price, quantity, with());
  }

  Reply limit(long account, Side side, long price, long quantity, OrderConditions.Builder with) {
    return order(account, side, OrderType.LIMIT, TimeInForce.GTC, price, quantity, with);
  }

  Reply stop(long account, Side side, long quantity, OrderConditions.Builder with) {
    return order(account, side, OrderType.STOP, TimeInForce.GTC, 0, quantity, with);
  }

  /** One lot changes hands at a price between two others. */
  void trades(long price) {
    long carol = submit(new Command.OpenAccount("carol")).id();
    long dave = submit(new Command.OpenAccount("dave")).id();
    venue.deposit(carol, Venue.BASE, 1);
    venue.deposit(dave, Venue.QUOTE, price);
    limit(carol, Side.SELL, price, 1);
    order(dave, Side.BUY, OrderType.LIMIT, TimeInForce.IOC, price, 1, with());
  }

  /** What became of an order since it was sent, one word or two each. */
  List<String> story(long order) {
    List<String> story = new ArrayList<>();
    for (Event event : venue.events) {
      switch (event) {
        case Event.OrderAccepted e when e.orderId() == order -> story.add("accepted");
        case Event.OrderTriggered e when e.orderId() == order ->
            story.add("triggered " + e.price());
        case Event.OrderArmed e when e.orderId() == order -> story.add("armed " + e.quantity());
        case Event.TriggerMoved e when e.orderId() == order -> story.add("trails " + e.trigger());
        case Event.OrderReplaced e when e.orderId() == order ->
            story.add("replaced " + e.price() + "x" + e.quantity());
        case Event.OrderCanceled e when e.orderId() == order ->
            story.add("canceled " + e.remaining() + " " + e.reason().label());
        case Event.Traded e when e.makerOrderId() == order || e.takerOrderId() == order ->
            story.add("traded " + e.price() + "x" + e.quantity());
        default -> {}
      }
    }
    return story;
  }

  /** The orders that the machine made for a client's one, in their sequence. */
  List<Long> madeFor(long order) {
    return venue.events.stream()
        .filter(Event.OrderConditioned.class::isInstance)
        .map(Event.OrderConditioned.class::cast)
        .filter(e -> e.orderId() != order && (e.group() == order || e.parent() == order))
        .map(Event.OrderConditioned::orderId)
        .toList();
  }

  /** Everything goes through a snapshot, as after a restart. */
  void restarts() {
    ExpandableArrayBuffer bytes = new ExpandableArrayBuffer();
    int length = Snapshot.write(venue.exchange.exchange(), bytes);
    venue.exchange =
        new LocalExchange(
            Snapshot.read(bytes, 0, length), (s, t, event) -> venue.events.add(event));
  }

  /** Lists a perpetual with a book and a contract that the house deals; both trade on margin. */
  void opensMargin() {
    for (InstrumentKind kind : List.of(InstrumentKind.PERPETUAL, InstrumentKind.CFD)) {
      Step one = new Step(1, 0);
      submit(
          new Command.ListInstrument("ETH-" + kind, kind, "ETH", "XBT", one, one, 0, 0, 100_000));
    }
    MarginSchedule margins =
        new MarginSchedule(List.of(new MarginSchedule.Bracket(Long.MAX_VALUE, 100_000, 50_000)));
    MarketTerms terms = MarketTerms.of(0, 0).withMargins(margins);
    submit(new Command.SetMarketTerms(PERPETUAL, terms));
    submit(new Command.SetMarketTerms(DEALT, terms.dealt(0, 0)));
    for (long account : List.of(alice, bob)) {
      AccountConfig cross = AccountConfig.CASH.with(MarginMode.CROSS, MarginModel.STANDARD, 1);
      submit(new Command.ConfigureAccount(account, cross));
    }
  }

  void marks(int instrument, long price) {
    marks += 2;
    submit(new Command.Mark(instrument, price, price, price, marks, marks + 1, now));
  }

  Reply on(
      int instrument,
      long account,
      Side side,
      long price,
      long quantity,
      OrderConditions.Builder with) {
    OrderType type = price == 0 ? OrderType.MARKET : OrderType.LIMIT;
    TimeInForce time = price == 0 ? TimeInForce.IOC : TimeInForce.GTC;
    return submit(
        new Command.PlaceOrder(
            account, instrument, side, type, time, price, quantity, with.build(), ""));
  }
}

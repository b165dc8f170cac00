package io.ratel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.command.OrderConditions.Split;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.account.KillScope;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.Algo;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every field of an order past its bounds: the reason, no event, and nothing has changed. */
class RefusalsTest {
  private static final long MAX = Long.MAX_VALUE;
  private static final long MIN = Long.MIN_VALUE;

  private final Venue venue = Venue.withFees(0, 0);
  private long alice;
  private long resting;
  private long waiting;
  private long leg;

  @BeforeEach
  void aMarketAt100() {
    alice = venue.account("alice", 100_000, 1_000);
    long bob = venue.account("bob", 100_000, 1_000);
    venue.limit(bob, Side.SELL, TimeInForce.GTC, 100, 1);
    venue.limit(alice, Side.BUY, TimeInForce.GTC, 100, 1);
    venue.limit(bob, Side.SELL, TimeInForce.GTC, 105, 50);
    resting = venue.limit(alice, Side.BUY, TimeInForce.GTC, 95, 10).id();
    waiting = placed(OrderType.STOP_LIMIT, 120, with().trigger(115)).id();
    placed(OrderType.LIMIT, 90, with().takeProfit(110).stopLoss(80));
    leg = (1L << 52) + 2;
  }

  private static OrderConditions.Builder with() {
    return new OrderConditions.Builder();
  }

  private Command.PlaceOrder order(
      OrderType type, TimeInForce time, long price, long quantity, OrderConditions.Builder with) {
    return new Command.PlaceOrder(
        alice, 0, Side.BUY, type, time, price, quantity, with.build(), "");
  }

  private Reply placed(OrderType type, long price, OrderConditions.Builder with) {
    return venue.submit(order(type, TimeInForce.GTC, price, 10, with));
  }

  private Reply refused(RejectReason reason, Command command) {
    Exchange exchange = venue.exchange.exchange();
    String before = state();
    venue.events.clear();
    Reply reply = venue.submit(command);
    assertThat(reply.reason()).as(command.toString()).isEqualTo(reason);
    assertThat(venue.events).as(command.toString()).isEmpty();
    assertThat(state()).as("state after " + command).isEqualTo(before);
    assertThat(reply.sequence()).isEqualTo(exchange.sequence());
    return reply;
  }

  private String state() {
    Exchange exchange = venue.exchange.exchange();
    long id = exchange.machine.lastCommandId;
    long time = exchange.machine.lastTimestamp;
    exchange.machine.lastCommandId = 0;
    exchange.machine.lastTimestamp = 0;
    String hash = Snapshot.stateHash(exchange);
    exchange.machine.lastCommandId = id;
    exchange.machine.lastTimestamp = time;
    return hash;
  }

  private void refusesOrder(
      RejectReason reason, OrderType type, long price, OrderConditions.Builder with) {
    refused(reason, order(type, TimeInForce.GTC, price, 10, with));
  }

  @Test
  void pricesAndQuantities() {
    for (OrderType type : OrderType.values()) {
      long trigger = type.waits() && type != OrderType.TRAILING_STOP ? 110 : 0;
      long trail = type == OrderType.TRAILING_STOP ? 5 : 0;
      for (long price : type.isPriced() ? new long[] {0, -1, MIN} : new long[] {1, -1, MAX}) {
        refusesOrder(RejectReason.INVALID_PRICE, type, price, with().trigger(trigger).trail(trail));
      }
      for (long quantity : new long[] {0, -1, MIN}) {
        refused(
            RejectReason.INVALID_QUANTITY,
            order(
                type,
                TimeInForce.GTC,
                type.isPriced() ? 100 : 0,
                quantity,
                with().trigger(trigger).trail(trail)));
      }
    }
    refusesOrder(RejectReason.VALUE_TOO_LARGE, OrderType.LIMIT, MAX, with());
    refused(
        RejectReason.VALUE_TOO_LARGE,
        order(OrderType.LIMIT, TimeInForce.GTC, 2, Limits.SUPPLY / 2 + 1, with()));
  }

  @Test
  void triggersAndTrails() {
    for (long trigger : new long[] {1, -1, MAX, MIN}) {
      refusesOrder(RejectReason.INVALID_TRIGGER, OrderType.LIMIT, 100, with().trigger(trigger));
      refusesOrder(RejectReason.INVALID_TRIGGER, OrderType.MARKET, 0, with().trigger(trigger));
    }
    for (long trigger : new long[] {0, -1, MIN}) {
      refusesOrder(RejectReason.INVALID_TRIGGER, OrderType.STOP, 0, with().trigger(trigger));
      refusesOrder(
          RejectReason.INVALID_TRIGGER, OrderType.LIMIT_IF_TOUCHED, 90, with().trigger(trigger));
    }
    refusesOrder(
        RejectReason.INVALID_TRIGGER, OrderType.TRAILING_STOP, 0, with().trail(5).trigger(-1));
    for (long trail : new long[] {0, -1, MIN}) {
      refusesOrder(RejectReason.INVALID_TRAIL, OrderType.TRAILING_STOP, 0, with().trail(trail));
    }
    refusesOrder(
        RejectReason.INVALID_TRAIL, OrderType.TRAILING_STOP, 0, with().trailPpm(1_000_000));
    refusesOrder(RejectReason.INVALID_TRAIL, OrderType.LIMIT, 100, with().trail(1));
    refusesOrder(RejectReason.INVALID_TRAIL, OrderType.STOP, 0, with().trigger(110).trail(1));
  }

  @Test
  void whatIsShownAndHowLong() {
    for (long display : new long[] {-1, 10, MAX, MIN}) {
      refusesOrder(RejectReason.INVALID_DISPLAY, OrderType.LIMIT, 95, with().display(display));
    }
    refusesOrder(RejectReason.INVALID_DISPLAY, OrderType.MARKET, 0, with().display(1));
    refusesOrder(
        RejectReason.INVALID_DISPLAY,
        OrderType.LIMIT,
        95,
        with().display(1).flag(OrderTerms.HIDDEN));
    for (TimeInForce time : List.of(TimeInForce.IOC, TimeInForce.FOK)) {
      refused(
          RejectReason.INVALID_DISPLAY, order(OrderType.LIMIT, time, 95, 10, with().display(1)));
      for (int flag : new int[] {OrderTerms.HIDDEN, OrderTerms.POST_ONLY}) {
        refused(
            RejectReason.INVALID_TIME_IN_FORCE,
            order(OrderType.LIMIT, time, 95, 10, with().flag(flag)));
      }
    }
    refusesOrder(
        RejectReason.INVALID_TIME_IN_FORCE, OrderType.MARKET, 0, with().flag(OrderTerms.POST_ONLY));
    for (long expiry : new long[] {0, -1, 1, 1_000, MIN}) {
      refused(
          RejectReason.INVALID_EXPIRY,
          order(OrderType.LIMIT, TimeInForce.GTD, 95, 10, with().expiryNs(expiry)));
    }
    refusesOrder(RejectReason.INVALID_EXPIRY, OrderType.LIMIT, 95, with().expiryNs(MAX));
    refusesOrder(RejectReason.WOULD_TRADE, OrderType.LIMIT, 105, with().flag(OrderTerms.POST_ONLY));
    refusesOrder(
        RejectReason.NOTHING_TO_REDUCE, OrderType.LIMIT, 95, with().flag(OrderTerms.REDUCE_ONLY));
    refusesOrder(RejectReason.MALFORMED, OrderType.LIMIT, 95, with().flag(OrderTerms.FREE));
    refusesOrder(RejectReason.MALFORMED, OrderType.LIMIT, 95, with().flag(1 << 15));
  }

  @Test
  void links() {
    int cancels = OrderConditions.ONE_CANCELS_OTHER;
    for (OrderConditions.Builder with :
        List.of(
            with().takeProfit(95),
            with().takeProfit(94),
            with().takeProfit(-1),
            with().stopLoss(95),
            with().stopLoss(96),
            with().stopLoss(-1),
            with().stopLossLimit(80),
            with().stopLoss(90).stopLossLimit(-1),
            with().takeProfit(100).stopLossLimit(80),
            with().flag(cancels),
            with().flag(cancels).takeProfit(100),
            with().flag(cancels).stopLoss(95),
            with().flag(cancels).stopLoss(105).takeProfit(110))) {
      refusesOrder(RejectReason.INVALID_LINK, OrderType.LIMIT, 95, with);
    }
    refusesOrder(
        RejectReason.INVALID_LINK, OrderType.MARKET, 0, with().flag(cancels).stopLoss(110));
  }

  @Test
  void schedules() {
    long now = 2_000;
    long ms = 1_000_000;
    for (Split split :
        List.of(
            new Split(Algo.TWAP, 0, 0, ms, 0, List.of()),
            new Split(Algo.TWAP, 10 * ms, 10 * ms, ms, 0, List.of()),
            new Split(Algo.TWAP, 0, 10 * ms, 0, 0, List.of()),
            new Split(Algo.TWAP, 0, 10 * ms, ms - 1, 0, List.of()),
            new Split(Algo.TWAP, 0, 10 * ms, -ms, 0, List.of()),
            new Split(Algo.TWAP, 0, 10 * ms, ms, 1, List.of()),
            new Split(Algo.TWAP, 0, 10 * ms, ms, 0, List.of(1)),
            new Split(Algo.VWAP, now, now + 2, 0, 0, List.of(1, 2, 3)),
            new Split(Algo.POV, 0, 10 * ms, ms, 0, List.of()),
            new Split(Algo.POV, 0, 10 * ms, ms, 1_000_001, List.of()),
            new Split(Algo.POV, 0, 10 * ms, ms, -1, List.of()))) {
      refusesOrder(RejectReason.INVALID_SCHEDULE, OrderType.LIMIT, 95, with().split(split));
    }
    Split good = new Split(Algo.TWAP, 0, 10 * ms, ms, 0, List.of());
    for (OrderConditions.Builder with :
        List.of(
            with().display(5),
            with().takeProfit(100),
            with().stopLoss(90),
            with().flag(OrderTerms.POST_ONLY))) {
      refusesOrder(RejectReason.INVALID_SCHEDULE, OrderType.LIMIT, 95, with.split(good));
    }
    refusesOrder(RejectReason.INVALID_SCHEDULE, OrderType.STOP, 0, with().trigger(110).split(good));
  }

  @Test
  void replacements() {
    refused(RejectReason.ORDER_NOT_OPEN, new Command.ReplaceOrder(alice, 12_345, 95, 1));
    refused(RejectReason.ORDER_NOT_OPEN, new Command.ReplaceOrder(alice + 1, resting, 95, 1));
    for (long bad : new long[] {-1, MIN}) {
      refused(RejectReason.INVALID_PRICE, new Command.ReplaceOrder(alice, resting, bad, 5));
      refused(RejectReason.INVALID_QUANTITY, new Command.ReplaceOrder(alice, resting, 0, bad));
      refused(RejectReason.INVALID_PRICE, new Command.ReplaceOrder(alice, waiting, bad, 5));
      refused(RejectReason.INVALID_QUANTITY, new Command.ReplaceOrder(alice, waiting, 0, bad));
    }
    refused(RejectReason.INVALID_TRIGGER, new Command.ReplaceOrder(alice, waiting, 0, 0, -1));
    refused(RejectReason.INVALID_TRIGGER, new Command.ReplaceOrder(alice, resting, 95, 5, 110));
    refused(RejectReason.INVALID_QUANTITY, new Command.ReplaceOrder(alice, waiting, 0, MAX));
    refused(RejectReason.VALUE_TOO_LARGE, new Command.ReplaceOrder(alice, resting, MAX, 0));
    refused(RejectReason.VALUE_TOO_LARGE, new Command.ReplaceOrder(alice, resting, 0, MAX));
    refused(RejectReason.INVALID_LINK, new Command.ReplaceOrder(alice, leg, 0, 5));
    refused(RejectReason.INVALID_PRICE, new Command.ReplaceOrder(alice, leg, 5, 0));
    refused(RejectReason.INVALID_TRIGGER, new Command.ReplaceOrder(alice, leg - 1, 0, 0, 5));
    Reply poor =
        refused(
            RejectReason.INSUFFICIENT_FUNDS, new Command.ReplaceOrder(alice, resting, 99, 5_000));
    assertThat(poor.needed()).isEqualTo(99 * 5_000);
    assertThat(poor.available()).isEqualTo(100_000 - 100 - 90 * 10);
  }

  @Test
  void whatIsUnknown() {
    OptionalInt all = OptionalInt.empty();
    refused(RejectReason.UNKNOWN_ACCOUNT, new Command.CancelOrders(99, all, Optional.empty()));
    refused(
        RejectReason.UNKNOWN_INSTRUMENT,
        new Command.CancelOrders(alice, OptionalInt.of(7), Optional.empty()));
    refused(RejectReason.UNKNOWN_ACCOUNT, new Command.CancelAllAfter(99, 1));
    refused(RejectReason.UNKNOWN_ACCOUNT, new Command.CancelAllAfter(Command.FEES, 1));
    refused(RejectReason.INVALID_EXPIRY, new Command.CancelAllAfter(alice, -1));
    refused(RejectReason.INVALID_EXPIRY, new Command.CancelAllAfter(alice, 86_400_000_000_001L));
    refused(RejectReason.UNKNOWN_ACCOUNT, new Command.SetLimits(99, AccountLimits.NONE));
    refused(RejectReason.UNKNOWN_ACCOUNT, new Command.SetKillSwitch(KillScope.ACCOUNT, 99, true));
    for (long id : new long[] {-1, 1, 1L << 32, MAX, MIN}) {
      refused(
          RejectReason.UNKNOWN_INSTRUMENT,
          new Command.SetKillSwitch(KillScope.INSTRUMENT, id, true));
    }
    for (int id : new int[] {-1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      refused(RejectReason.UNKNOWN_INSTRUMENT, new Command.SetTradingState(id, TradingState.HALT));
      refused(RejectReason.UNKNOWN_INSTRUMENT, new Command.SetCalendar(id, List.of(), List.of()));
    }
  }

  @Test
  void calendars() {
    Command.CalendarChange noon = new Command.CalendarChange(720, TradingState.OPEN);
    Command.CalendarChange late = new Command.CalendarChange(10_080, TradingState.CLOSED);
    refused(RejectReason.INVALID_TERMS, new Command.SetCalendar(0, List.of(noon, noon), List.of()));
    refused(RejectReason.INVALID_TERMS, new Command.SetCalendar(0, List.of(late), List.of()));
    refused(RejectReason.INVALID_TERMS, new Command.SetCalendar(0, List.of(noon), List.of(20, 20)));
    refused(
        RejectReason.INVALID_TERMS,
        new Command.SetCalendar(0, List.of(noon), List.of(Integer.MAX_VALUE)));
  }

  @Test
  void ordersThatTheMarketsStateDoesNotAllow() {
    for (TradingState state : List.of(TradingState.HALT, TradingState.CLOSED)) {
      venue.submit(new Command.SetTradingState(0, state));
      RejectReason reason = RejectReason.NOT_IN_THIS_STATE;
      refusesOrder(reason, OrderType.LIMIT, 95, with());
      refusesOrder(reason, OrderType.STOP, 0, with().trigger(110));
      refusesOrder(reason, OrderType.MARKET, 0, with());
      Split split = new Split(Algo.TWAP, 0, 1_000_000_000, 1_000_000, 0, List.of());
      refusesOrder(reason, OrderType.LIMIT, 95, with().split(split));
      refused(reason, new Command.ReplaceOrder(alice, resting, 96, 0));
      refused(reason, new Command.ReplaceOrder(alice, resting, 0, 11));
    }
    for (TradingState state : List.of(TradingState.PRE_OPEN, TradingState.AUCTION)) {
      venue.submit(new Command.SetTradingState(0, state));
      for (TimeInForce time : List.of(TimeInForce.IOC, TimeInForce.FOK)) {
        refused(RejectReason.INVALID_TIME_IN_FORCE, order(OrderType.LIMIT, time, 95, 10, with()));
      }
      refused(
          RejectReason.INVALID_TIME_IN_FORCE,
          order(OrderType.MARKET, TimeInForce.FOK, 0, 10, with()));
    }
    venue.submit(new Command.SetKillSwitch(KillScope.INSTRUMENT, 0, true));
    refusesOrder(RejectReason.TRADING_STOPPED, OrderType.LIMIT, 95, with());
  }
}

package io.ratel.exchange;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.command.OrderConditions.Split;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.account.CostMethod;
import io.ratel.model.account.KillScope;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MarginModel;
import io.ratel.model.account.PositionMode;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.Algo;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.List;
import java.util.Random;

/**
 * Everything that can be sent to an exchange with three markets: one bought in full, a perpetual on
 * margin with a book, and a contract for difference that the house deals.
 */
final class RandomVenue {
  static final int PERPETUAL = 1;
  static final int DEALT = 2;

  private static final long MINUTE = 60_000_000_000L;
  private static final MarginSchedule MARGINS =
      new MarginSchedule(List.of(new MarginSchedule.Bracket(Long.MAX_VALUE, 100_000, 50_000)));

  private final Random random;
  private final long[] accounts;
  private final RandomOrders orders;
  private long marks;

  private RandomVenue(long seed, long[] accounts) {
    this.accounts = accounts;
    random = new Random(seed);
    orders = new RandomOrders(random, accounts);
    orders.now = 1_000_000;
  }

  /** Opens the markets and the accounts; the third is a part of the second. */
  static RandomVenue open(Venue venue, long seed) {
    for (InstrumentKind kind : List.of(InstrumentKind.PERPETUAL, InstrumentKind.CFD)) {
      venue.submit(
          new Command.ListInstrument(
              "ETH-" + kind,
              kind,
              "ETH",
              "XBT",
              new Step(1, 0),
              new Step(1, 0),
              1_000,
              2_000,
              100_000));
    }
    MarketTerms terms = MarketTerms.of(1_000, 2_000).withMargins(MARGINS);
    venue.submit(new Command.SetMarketTerms(PERPETUAL, terms));
    venue.submit(new Command.SetMarketTerms(DEALT, terms.dealt(1_000, 0)));
    long[] accounts = new long[5];
    for (int i = 0; i < accounts.length; i++) {
      long parent = i == 2 ? accounts[1] : 0;
      accounts[i] = venue.submit(new Command.OpenAccount("trader-" + i, parent)).id();
      venue.deposit(accounts[i], Venue.QUOTE, 20_000);
      venue.deposit(accounts[i], Venue.BASE, 200);
      if (i > 0) {
        AccountConfig config =
            AccountConfig.CASH
                .with(i == 4 ? MarginMode.ISOLATED : MarginMode.CROSS, MarginModel.STANDARD, 1)
                .with(i == 3 ? PositionMode.HEDGING : PositionMode.NETTING, CostMethod.FIFO);
        venue.submit(new Command.ConfigureAccount(accounts[i], config));
      }
    }
    return new RandomVenue(seed, accounts);
  }

  long now() {
    return orders.now;
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private long account() {
    return accounts[random.nextInt(accounts.length)];
  }

  Command next(long id) {
    Command command = orders.next(id);
    int choice = random.nextInt(100);
    if (choice < 70) {
      return anywhere(command);
    }
    if (choice < 80) {
      return parent();
    }
    if (choice < 93) {
      return mark();
    }
    return operate();
  }

  private Command anywhere(Command command) {
    int instrument = random.nextInt(3);
    return switch (command) {
      case Command.PlaceOrder c -> {
        OrderConditions with = c.conditions();
        int flags = with.flags();
        flags |= oneIn(5) && instrument > 0 ? OrderTerms.REDUCE_ONLY : 0;
        flags |= oneIn(5) ? OrderTerms.BY_MARK : 0;
        yield new Command.PlaceOrder(
            c.accountId(),
            instrument,
            c.side(),
            c.type(),
            c.timeInForce(),
            c.price(),
            c.quantity(),
            new OrderConditions(
                with.trigger(),
                with.trail(),
                with.display(),
                with.expiryNs(),
                with.takeProfit(),
                with.stopLoss(),
                with.stopLossLimit(),
                flags,
                with.selfTrade(),
                with.effect(),
                with.split()),
            oneIn(3) ? "key-" + random.nextInt(50) : "");
      }
      case Command.SetTradingState c -> new Command.SetTradingState(instrument, c.state());
      default -> command;
    };
  }

  private Command parent() {
    Algo algo = Algo.values()[random.nextInt(3)];
    boolean market = oneIn(3);
    long start = oneIn(2) ? 0 : now() + random.nextInt(1_000_000_000);
    long interval = 1_000_000 + random.nextInt(100_000_000);
    Split split =
        new Split(
            algo,
            start,
            Math.max(start, now()) + interval * (1 + random.nextInt(9)),
            interval,
            algo == Algo.POV ? 100_000 : 0,
            algo == Algo.VWAP && oneIn(2) ? List.of(3, 1, 0, 2) : List.of());
    return new Command.PlaceOrder(
        account(),
        random.nextInt(3),
        oneIn(2) ? Side.BUY : Side.SELL,
        market ? OrderType.MARKET : OrderType.LIMIT,
        market ? TimeInForce.IOC : TimeInForce.GTC,
        market ? 0 : 90 + random.nextInt(20),
        1 + random.nextInt(60),
        new OrderConditions.Builder().split(split).build(),
        "");
  }

  private Command mark() {
    long low = 88 + random.nextInt(20);
    long last = low + random.nextInt(4);
    marks += 3;
    return new Command.Mark(
        1 + random.nextInt(2), last, low, last + random.nextInt(4), marks, marks + 2, now());
  }

  private Command operate() {
    return switch (random.nextInt(11)) {
      case 0 -> new Command.CancelAllAfter(account(), oneIn(3) ? 0 : random.nextLong(60 * MINUTE));
      case 1 -> new Command.SetLimits(account(), AccountLimits.NONE);
      case 2 ->
          new Command.SetLimits(account(), new AccountLimits(4_000, 6_000, 900, 25, 8, 3, 80_000));
      case 3, 4 -> new Command.SetKillSwitch(KillScope.ACCOUNT, account(), oneIn(6));
      case 5, 6 -> new Command.SetKillSwitch(KillScope.INSTRUMENT, random.nextInt(3), oneIn(8));
      case 7 -> new Command.SetKillSwitch(KillScope.VENUE, 0, oneIn(12));
      case 8 -> calendar();
      case 9 -> new Command.Fund(PERPETUAL, random.nextInt(2_000) - 1_000);
      default -> new Command.SetLimits(accounts[1], new AccountLimits(0, 0, 0, 0, 5, 0, 0));
    };
  }

  private Command calendar() {
    List<Command.CalendarChange> changes =
        oneIn(2)
            ? List.of()
            : List.of(
                new Command.CalendarChange(100 + random.nextInt(1_000), TradingState.OPEN),
                new Command.CalendarChange(3_000 + random.nextInt(1_000), TradingState.AUCTION),
                new Command.CalendarChange(5_000, TradingState.CLOSED));
    return new Command.SetCalendar(random.nextInt(3), changes, oneIn(2) ? List.of() : List.of(3));
  }
}

package io.ratel.exchange.house;

import io.ratel.exchange.LocalExchange;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.exchange.position.Positions;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MarginModel;
import io.ratel.model.account.PositionSide;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/**
 * A market on margin to write tests on: asset 0 is the money, instrument 0 a perpetual whose tick,
 * lot and multiplier are one, so that a price times lots is a value.
 */
public final class MarginVenue {
  public static final int MONEY = 0;
  public static final int PERPETUAL = 0;

  public final List<Event> events = new ArrayList<>();
  public LocalExchange exchange = new LocalExchange((s, t, e) -> events.add(e));
  public long now = 1_000_000_000_000L;
  private long markSequence;

  /** Ten percent to open, five to keep, no fees. */
  public static MarginVenue plain() {
    return with(MarketTerms.of(0, 0).withMargins(MarginSchedule.flat(100_000, 50_000)));
  }

  public static MarginVenue with(MarketTerms terms) {
    MarginVenue venue = new MarginVenue();
    venue.submit(new Command.ListAsset("USD", 0));
    venue.submit(new Command.ListAsset("THING", 0));
    venue.list("THING-USD-SWAP", InstrumentKind.PERPETUAL);
    venue.terms(PERPETUAL, terms);
    return venue;
  }

  public int list(String symbol, InstrumentKind kind) {
    Step one = new Step(1, 0);
    return (int)
        submit(new Command.ListInstrument(symbol, kind, "THING", "USD", one, one, 0, 0, 1_000_000))
            .id();
  }

  public Reply terms(int instrument, MarketTerms terms) {
    return submit(new Command.SetMarketTerms(instrument, terms));
  }

  public Reply submit(Command command) {
    now += 1_000_000;
    return exchange.submit(command, now);
  }

  public long account(String name, long money, MarginMode mode) {
    long id = submit(new Command.OpenAccount(name)).id();
    deposit(id, money);
    configure(id, AccountConfig.CASH.with(mode, MarginModel.STANDARD, 1));
    return id;
  }

  /** A cross-margined account. */
  public long account(String name, long money) {
    return account(name, money, MarginMode.CROSS);
  }

  public Reply configure(long account, AccountConfig config) {
    return submit(new Command.ConfigureAccount(account, config));
  }

  public Reply deposit(long account, long money) {
    return submit(
        new Command.Transfer(TransferKind.DEPOSIT, Command.WORLD, account, MONEY, money, ""));
  }

  public Reply withdraw(long account, long money) {
    return submit(
        new Command.Transfer(TransferKind.WITHDRAWAL, account, Command.WORLD, MONEY, money, ""));
  }

  public Reply limit(long account, Side side, long price, long quantity) {
    return limit(account, PERPETUAL, side, price, quantity);
  }

  public Reply limit(long account, int instrument, Side side, long price, long quantity) {
    return submit(
        new Command.PlaceOrder(
            account, instrument, side, OrderType.LIMIT, TimeInForce.GTC, price, quantity, ""));
  }

  public Reply order(
      long account,
      Side side,
      OrderType type,
      TimeInForce time,
      long price,
      long quantity,
      OrderConditions conditions) {
    return submit(
        new Command.PlaceOrder(
            account, PERPETUAL, side, type, time, price, quantity, conditions, ""));
  }

  public Reply mark(long price) {
    return mark(PERPETUAL, price, price, price);
  }

  public Reply mark(int instrument, long last, long low, long high) {
    markSequence++;
    return submit(
        new Command.Mark(instrument, last, low, high, markSequence, markSequence, now + 1_000_000));
  }

  /** The two trade so many lots, the first of them buying. */
  public void trade(long buyer, long seller, long price, long quantity) {
    limit(seller, Side.SELL, price, quantity);
    limit(buyer, Side.BUY, price, quantity);
  }

  /** Lets time pass. */
  public void pass(long ns) {
    now += ns;
    submit(new Command.AdvanceTime());
  }

  public long total(long account) {
    return exchange.exchange().total(account, MONEY);
  }

  public long held(long account) {
    return exchange.exchange().held(account, MONEY);
  }

  public long lots(long account) {
    return lots(account, PositionSide.NET);
  }

  public long lots(long account, PositionSide side) {
    Machine machine = exchange.exchange().machine();
    int row = machine.positions.find(machine.accounts.find(account), PERPETUAL, side);
    return row == Positions.NONE ? 0 : machine.positions.quantity(row);
  }

  public long realized(long account) {
    Machine machine = exchange.exchange().machine();
    int row = machine.positions.find(machine.accounts.find(account), PERPETUAL, PositionSide.NET);
    return row == Positions.NONE ? 0 : machine.positions.realizedPnl(row);
  }

  /** The events of a kind so far. */
  public <E extends Event> List<E> events(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

package io.ratel.exchange;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.event.Event;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/** A small market to write tests on: assets 0 (quote) and 1 (base), instrument 0. */
public final class Venue {
  public static final int QUOTE = 0;
  public static final int BASE = 1;

  public final List<Event> events = new ArrayList<>();
  final List<Long> sequences = new ArrayList<>();
  public LocalExchange exchange = new LocalExchange(this::record);
  private long time = 1_000;

  private void record(long sequence, long timestamp, Event event) {
    sequences.add(sequence);
    events.add(event);
  }

  /** A tick and a lot are one minor unit each: prices times quantities are values. */
  public static Venue withFees(int makerPpm, int takerPpm) {
    Venue venue = new Venue();
    venue.submit(new Command.ListAsset("XBT", 0));
    venue.submit(new Command.ListAsset("ETH", 0));
    venue.submit(
        new Command.ListInstrument(
            "ETH-XBT",
            InstrumentKind.SPOT,
            "ETH",
            "XBT",
            new Step(1, 0),
            new Step(1, 0),
            makerPpm,
            takerPpm,
            50_000));
    return venue;
  }

  /** Lets time pass. */
  public void passes(long ns) {
    time += ns;
    submit(new Command.AdvanceTime());
  }

  public Reply submit(Command command) {
    return exchange.submit(command, ++time);
  }

  public long account(String name, long quote, long base) {
    long id = submit(new Command.OpenAccount(name)).id();
    deposit(id, QUOTE, quote);
    deposit(id, BASE, base);
    return id;
  }

  public Reply deposit(long account, int asset, long amount) {
    return submit(
        new Command.Transfer(TransferKind.DEPOSIT, Command.WORLD, account, asset, amount, ""));
  }

  public Reply limit(long account, Side side, TimeInForce timeInForce, long price, long quantity) {
    return submit(
        new Command.PlaceOrder(
            account, 0, side, OrderType.LIMIT, timeInForce, price, quantity, ""));
  }

  public Reply market(long account, Side side, long quantity) {
    return submit(
        new Command.PlaceOrder(
            account, 0, side, OrderType.MARKET, TimeInForce.IOC, 0, quantity, ""));
  }

  public Reply cancel(long account, long order) {
    return submit(new Command.CancelOrder(account, order));
  }

  public Reply replace(long account, long order, long price, long quantity) {
    return submit(new Command.ReplaceOrder(account, order, price, quantity));
  }

  public long available(long account, int asset) {
    return exchange.exchange().total(account, asset) - exchange.exchange().held(account, asset);
  }

  public long total(long account, int asset) {
    return exchange.exchange().total(account, asset);
  }

  /** The book as {@code price×quantity/orders}, best first. */
  public List<String> levels(Side side) {
    List<String> levels = new ArrayList<>();
    exchange
        .exchange()
        .book(0)
        .forEachLevel(
            side, (price, quantity, orders) -> levels.add(price + "x" + quantity + "/" + orders));
    return levels;
  }
}

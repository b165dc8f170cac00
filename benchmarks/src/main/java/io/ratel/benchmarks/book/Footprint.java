package io.ratel.benchmarks.book;

import io.ratel.benchmarks.book.Mix.Filled;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.benchmarks.venue.Market;
import io.ratel.exchange.LocalExchange;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.TransferKind;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What things take on the heap when nothing happens: measured after full collections. */
final class Footprint implements Measurement {
  private static final int ORDERS = 1_000_000;
  private static final int INSTRUMENTS = 2_000;
  private static final int ACCOUNTS = 100_000;

  @Override
  public List<String> rows() {
    return List.of(
        "exchange.memory.order", "exchange.memory.instrument", "exchange.memory.account");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) {
    Filled filled = Mix.generate(ORDERS, 0, 1);
    double ours = bytesOf(() -> filled(new RatelBook(), filled)) / ORDERS;
    double peers = bytesOf(() -> filled(new PeerBook(), filled)) / ORDERS;
    out.accept(
        new Row("exchange.memory.order", "bytes", Figures.of(ours), 1)
            .beside(PeerCommands.NAME, PeerCommands.VERSION, List.of(Figures.of(peers))));
    double empty = bytesOf(Footprint::market);
    double listed = bytesOf(Footprint::instruments) - empty;
    out.accept(new Row("exchange.memory.instrument", "bytes", Figures.of(listed / INSTRUMENTS), 1));
    double opened = bytesOf(Footprint::accounts) - empty;
    out.accept(new Row("exchange.memory.account", "bytes", Figures.of(opened / ACCOUNTS), 1));
  }

  private static Machine filled(Machine machine, Filled filled) {
    machine.run(filled.flow(), 0, filled.fill());
    return machine;
  }

  private static LocalExchange market() {
    LocalExchange exchange = new LocalExchange((sequence, time, event) -> {});
    Market.open(command -> exchange.submit(command, 1));
    return exchange;
  }

  private static LocalExchange instruments() {
    LocalExchange exchange = market();
    for (int i = 0; i < INSTRUMENTS; i++) {
      Market.list("I" + i, command -> exchange.submit(command, 1));
    }
    return exchange;
  }

  private static LocalExchange accounts() {
    LocalExchange exchange = market();
    for (int i = 0; i < ACCOUNTS; i++) {
      long account = exchange.submit(new Command.OpenAccount("user-" + i), 1).id();
      for (int asset = 0; asset < 2; asset++) {
        exchange.submit(
            new Command.Transfer(
                TransferKind.DEPOSIT, Command.WORLD, account, asset, 1_000_000, ""),
            1);
      }
    }
    return exchange;
  }

  /** Live heap that something keeps, in bytes. */
  private static double bytesOf(Supplier<Object> make) {
    long before = live();
    Object made = make.get();
    long after = live();
    java.lang.ref.Reference.reachabilityFence(made);
    return after - before;
  }

  private static long live() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    System.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}

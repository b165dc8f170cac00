package io.ratel.benchmarks.market;

import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a market takes on the heap, of a thousand with books of 200 levels a side: before a tick,
 * and after three million, when the busy ones have all the trades, ids and bars they keep.
 */
final class SymbolMemory implements Measurement {
  private static final int TICKS = 3_000_000;

  @Override
  public List<String> rows() {
    return List.of("marketdata.memory.idle", "marketdata.memory.busy");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) {
    TickTape tape = new TickTape(TICKS, 1, 0, 3);
    long before = live();
    TickMarkets markets = new TickMarkets(tape);
    double idle = live() - before;
    for (int tick = 0; tick < tape.size(); tick++) {
      markets.take(TickMarkets.make(tape, tick));
    }
    double busy = live() - before;
    Reference.reachabilityFence(markets);
    Reference.reachabilityFence(tape);
    out.accept(new Row("marketdata.memory.idle", "bytes", Figures.of(idle / TickTape.MARKETS), 1));
    out.accept(new Row("marketdata.memory.busy", "bytes", Figures.of(busy / TickTape.MARKETS), 1));
  }

  private static long live() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) { // what a measurement before left is gone after the first or two
      System.gc();
      least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
    }
    return least;
  }
}

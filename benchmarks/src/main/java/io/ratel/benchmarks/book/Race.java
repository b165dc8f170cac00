package io.ratel.benchmarks.book;

import io.ratel.benchmarks.book.Mix.Filled;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Nanoseconds a command of two machines, by turns, each time from an empty book; what fills the
 * book is not in the time. Every run must end in the same book.
 *
 * @param flow made when it is measured
 * @param machines ours and the peer's for a flow
 */
record Race(String row, int runs, Supplier<Filled> flow, Function<OrderFlow, List<Runner>> machines)
    implements Measurement {
  private static final int WARM_UPS = 2;

  /** Makes an empty machine for each run. */
  interface Runner {
    Machine create();
  }

  @Override
  public List<String> rows() {
    return List.of(row);
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) {
    Filled filled = flow.get();
    List<Runner> runners = machines.apply(filled.flow());
    List<Figures> ours = new ArrayList<>();
    List<Figures> peers = new ArrayList<>();
    for (int run = 0; run < WARM_UPS + runs; run++) {
      Machine mine = runners.get(0).create();
      double my = nanos(mine, filled);
      Machine other = runners.get(1).create();
      double its = nanos(other, filled);
      mine.image().mustEqual(other.image(), PeerCommands.NAME);
      if (mine.trades() != other.trades()) {
        throw new IllegalStateException(
            mine.trades() + " trades, but " + other.trades() + " of " + PeerCommands.NAME);
      }
      if (run >= WARM_UPS) {
        ours.add(Figures.of(my));
        peers.add(Figures.of(its));
      }
    }
    out.accept(Row.of(row, "ns", ours).beside(PeerCommands.NAME, PeerCommands.VERSION, peers));
  }

  /** Nanoseconds for one command of the mix. */
  static double nanos(Machine machine, Filled filled) {
    OrderFlow flow = filled.flow();
    machine.run(flow, 0, filled.fill());
    System.gc(); // what the run before left is not this one's work
    long started = System.nanoTime();
    machine.run(flow, filled.fill(), flow.size());
    return (System.nanoTime() - started) / (double) (flow.size() - filled.fill());
  }
}

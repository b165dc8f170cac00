package io.ratel.benchmarks.market;

import com.sun.management.ThreadMXBean;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Ticks through a process's markets: found by symbol, deduplicated, into books, quotes and bars of
 * every interval. Events are made by the thousand as a reader makes them and then taken; only the
 * taking is in the time, the collections that the events cause are. What the store takes is not:
 * see {@link StoreRows}.
 */
final class Ticks implements Measurement {
  private static final int TICKS = 3_000_000;
  private static final int CHUNK = 1_000;
  private static final int WARM_UPS = 2;
  private static final int RUNS = 5;
  private static final long SEED = 7;

  /** What one thread's run took. */
  private record Run(long ns, long bytes, int ticks) {}

  @Override
  public List<String> rows() {
    return List.of(
        "marketdata.ticks",
        "marketdata.ticks.two",
        "marketdata.ticks.made",
        "marketdata.ticks.allocated",
        "marketdata.stage.dedupe",
        "marketdata.stage.book",
        "marketdata.stage.quote",
        "marketdata.stage.bars");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) {
    TickTape tape = new TickTape(TICKS, 1, 0, SEED);
    List<Figures> one = new ArrayList<>();
    List<Figures> made = new ArrayList<>();
    List<Figures> allocated = new ArrayList<>();
    for (int run = 0; run < WARM_UPS + RUNS; run++) {
      Run taken = run(tape);
      double withMaking = madeToo(tape);
      if (run >= WARM_UPS) {
        one.add(perTick(taken.ns(), taken.ticks(), 1));
        made.add(perTick(withMaking, TICKS, 1));
        allocated.add(Figures.of(taken.bytes() / (double) taken.ticks()));
      }
    }
    out.accept(Row.of("marketdata.ticks", "ns", one));
    out.accept(Row.of("marketdata.ticks.two", "ns", two()));
    out.accept(Row.of("marketdata.ticks.made", "ns", made));
    out.accept(Row.of("marketdata.ticks.allocated", "bytes", allocated));
    Stages stages = new Stages(tape);
    for (int run = 0; run < WARM_UPS + RUNS; run++) {
      stages.run(run >= WARM_UPS);
    }
    stages.rows().forEach(out);
  }

  private static Figures perTick(double ns, long ticks, int threads) {
    return new Figures(
        OptionalDouble.of(ns / ticks),
        OptionalDouble.empty(),
        OptionalDouble.of(threads * ticks * 1e9 / ns));
  }

  /** Two threads with half of the markets each, at once. */
  private static List<Figures> two() {
    List<TickTape> halves =
        List.of(new TickTape(TICKS, 2, 0, SEED), new TickTape(TICKS, 2, 1, SEED + 1));
    List<Figures> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int run = 0; run < WARM_UPS + RUNS; run++) {
        CountDownLatch both = new CountDownLatch(2);
        List<Future<Run>> futures = new ArrayList<>();
        for (TickTape half : halves) {
          futures.add(
              threads.submit(
                  () -> {
                    both.countDown();
                    both.await();
                    return run(half);
                  }));
        }
        double rate = 0;
        double ns = 0;
        for (Future<Run> future : futures) {
          Run taken = future.get();
          rate += taken.ticks() * 1e9 / taken.ns();
          ns += taken.ns() / (double) taken.ticks() / 2;
        }
        if (run >= WARM_UPS) {
          runs.add(
              new Figures(OptionalDouble.of(ns), OptionalDouble.empty(), OptionalDouble.of(rate)));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the ticks were not taken", e.getCause());
    }
    return runs;
  }

  private static Run run(TickTape tape) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().threadId();
    TickMarkets markets = new TickMarkets(tape);
    Object[] events = new Object[CHUNK];
    long ns = 0;
    long bytes = 0;
    int taken = 0;
    for (int from = 0; from < tape.size(); from += CHUNK) {
      for (int i = 0; i < CHUNK; i++) {
        events[i] = TickMarkets.make(tape, from + i);
      }
      boolean steady = from >= tape.size() * 2 / 3; // the watermark is behind by then
      long before = threads.getThreadAllocatedBytes(thread);
      long started = System.nanoTime();
      for (int i = 0; i < CHUNK; i++) {
        markets.take(events[i]);
      }
      long took = System.nanoTime() - started;
      if (steady) {
        ns += took;
        bytes += threads.getThreadAllocatedBytes(thread) - before;
        taken += CHUNK;
      }
    }
    return new Run(ns, bytes, taken);
  }

  /** The same with the making of each event in the time; from empty bars on. */
  private static double madeToo(TickTape tape) {
    TickMarkets markets = new TickMarkets(tape);
    long started = System.nanoTime();
    for (int i = 0; i < tape.size(); i++) {
      markets.take(TickMarkets.make(tape, i));
    }
    return System.nanoTime() - started;
  }
}

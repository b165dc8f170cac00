package io.ratel.benchmarks.spine;

import io.ratel.benchmarks.load.Samples;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.exchange.Answer;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.event.EventWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the machine takes for a command, without a log: one stream of orders and cancels, encoded
 * beforehand, applied to an empty exchange in each run. A sample is the mean of a hundred commands,
 * since reading the clock takes as long as a command does.
 */
final class ApplyCost implements Measurement {
  private static final int COMMANDS = 1_000_000;
  private static final int BATCH = 100;
  private static final int WARM_UPS = 2;
  private static final int RUNS = 5;
  private static final long SEED = 1;

  @Override
  public List<String> rows() {
    return List.of("exchange.apply");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) {
    CommandStream stream = CommandStream.generate(COMMANDS, SEED);
    List<Figures> runs = new ArrayList<>();
    for (int run = 0; run < WARM_UPS + RUNS; run++) {
      Figures figures = apply(stream);
      if (run >= WARM_UPS) {
        runs.add(figures);
      }
    }
    out.accept(Row.of("exchange.apply", "ns", runs));
  }

  private static Figures apply(CommandStream stream) {
    Exchange exchange = new Exchange();
    EventWriter events = new EventWriter();
    Answer answer = new Answer();
    int next = 0;
    while (next < stream.setUp()) {
      stream.apply(next++, exchange, events, answer);
    }
    long[] means = new long[(stream.size() - next) / BATCH];
    long started = System.nanoTime();
    long before = started;
    for (int batch = 0; batch < means.length; batch++) {
      for (int end = next + BATCH; next < end; next++) {
        stream.apply(next, exchange, events, answer);
      }
      long now = System.nanoTime();
      means[batch] = (now - before) / BATCH;
      before = now;
    }
    double perSecond = means.length * (double) BATCH * 1e9 / (before - started);
    return Figures.of(Samples.of(means), 1, perSecond);
  }
}

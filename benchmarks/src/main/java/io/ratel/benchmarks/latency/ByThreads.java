package io.ratel.benchmarks.latency;

import io.ratel.adapters.aeron.LogConfig.Idle;
import io.ratel.adapters.aeron.thread.EngineThread;
import io.ratel.adapters.aeron.thread.EngineThreads;
import io.ratel.adapters.linux.Processors;
import io.ratel.benchmarks.load.Calls;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.benchmarks.venue.LogVenue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An order through the log and back with the engine's threads waiting in each way, and with the
 * exchange's thread on a processor of its own. With fsync, as a venue has it, and without, where
 * the disk hides nothing.
 */
final class ByThreads implements Measurement {
  private static final int RUNS = 5;
  private static final int CALLERS = 100;
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration TIME = Duration.ofSeconds(2);

  private record Variant(String name, Idle idle, EngineThreads threads) {}

  private static List<Variant> variants() {
    List<Variant> variants = new ArrayList<>();
    for (Idle idle : Idle.values()) {
      variants.add(new Variant(idle.name().toLowerCase(Locale.ROOT), idle, EngineThreads.FREE));
    }
    Optional<Processors> machine = Processors.ofThisMachine();
    machine.ifPresent(
        processors ->
            variants.add(
                new Variant(
                    "wake.pinned",
                    Idle.WAKE,
                    new EngineThreads(
                        false, Map.of(EngineThread.SERVICE, processors.allowed().getLast())))));
    return variants;
  }

  private static String row(Variant variant, boolean fsync) {
    return "latency.log." + (fsync ? "fsync." : "no-fsync.") + variant.name();
  }

  @Override
  public List<String> rows() {
    return variants().stream()
        .flatMap(variant -> List.of(row(variant, true), row(variant, false)).stream())
        .toList();
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    Map<String, List<Figures>> runs = new LinkedHashMap<>();
    for (int run = 0; run < RUNS; run++) {
      for (Variant variant : variants()) {
        for (boolean fsync : List.of(true, false)) {
          runs.computeIfAbsent(row(variant, fsync), row -> new ArrayList<>())
              .add(once(place, variant, fsync));
        }
      }
    }
    runs.forEach((row, figures) -> out.accept(Row.of(row, "µs", figures)));
  }

  private static Figures once(Workplace place, Variant variant, boolean fsync) throws IOException {
    Path folder = place.folder("log");
    try (LogVenue venue = new LogVenue(folder, fsync, variant.idle(), variant.threads())) {
      Calls.closedLoop(CALLERS, WARM_UP, venue::order);
      Calls calls = Calls.openLoop(1_000, TIME, venue::order);
      return Figures.of(calls.latencies(), 1_000, calls.perSecond());
    } finally {
      place.delete(folder);
    }
  }
}

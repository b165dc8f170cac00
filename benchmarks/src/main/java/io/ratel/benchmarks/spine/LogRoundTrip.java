package io.ratel.benchmarks.spine;

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
import java.util.Map;
import java.util.function.Consumer;

/**
 * An order from a caller through the log and the machine back to the caller, in this process: at a
 * steady pace, and as many as the log takes. Runs with and without fsync alternate.
 */
final class LogRoundTrip implements Measurement {
  private static final int RUNS = 3;
  private static final int CALLERS = 1_000;
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration TIME = Duration.ofSeconds(3);

  private static final List<String> ROWS =
      List.of(
          "log.roundtrip.fsync.1k",
          "log.roundtrip.fsync.10k",
          "log.roundtrip.fsync.saturated",
          "log.roundtrip.no-fsync.1k",
          "log.roundtrip.no-fsync.10k",
          "log.roundtrip.no-fsync.saturated");

  @Override
  public List<String> rows() {
    return ROWS;
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    Map<String, List<Figures>> runs = new LinkedHashMap<>();
    ROWS.forEach(row -> runs.put(row, new ArrayList<>()));
    for (int run = 0; run < RUNS; run++) {
      once(place, true, "log.roundtrip.fsync", runs);
      once(place, false, "log.roundtrip.no-fsync", runs);
    }
    runs.forEach((row, figures) -> out.accept(Row.of(row, "µs", figures)));
  }

  private static void once(
      Workplace place, boolean fsync, String row, Map<String, List<Figures>> runs)
      throws IOException {
    Path folder = place.folder("log");
    try (LogVenue venue = new LogVenue(folder, fsync)) {
      Calls.closedLoop(CALLERS, WARM_UP, venue::order);
      note(runs, row + ".1k", Calls.openLoop(1_000, TIME, venue::order));
      note(runs, row + ".10k", Calls.openLoop(10_000, TIME, venue::order));
      note(runs, row + ".saturated", Calls.closedLoop(CALLERS, TIME, venue::order));
    }
    place.delete(folder);
  }

  private static void note(Map<String, List<Figures>> runs, String row, Calls calls) {
    List<Figures> figures = runs.get(row);
    if (figures != null) {
      figures.add(Figures.of(calls.latencies(), 1_000, calls.perSecond()));
    }
  }
}

package io.ratel.benchmarks.spine;

import io.ratel.benchmarks.load.Pause;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.benchmarks.venue.VenueProcess;
import io.ratel.benchmarks.venue.VenueProcess.Classes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * From the start of the process until it says that it is ready, with the demo: on empty data, and
 * again on what the first start and a few seconds of trading left. Runs with and without the AOT
 * cache alternate; without a cache those rows are left out.
 */
final class Starts implements Measurement {
  private static final int RUNS = 3;
  private static final Duration TRADING = Duration.ofSeconds(3);

  @Override
  public List<String> rows() {
    return List.of("start.first", "start.second", "start.first.no-aot", "start.second.no-aot");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    Map<String, List<Figures>> runs = new LinkedHashMap<>();
    for (int run = 0; run < RUNS; run++) {
      if (!place.aotFlags().isEmpty()) {
        twice(place, Classes.CACHED, "", runs);
      }
      twice(place, Classes.LOADED, ".no-aot", runs);
    }
    runs.forEach((row, figures) -> out.accept(Row.of(row, "ms", figures)));
  }

  private static void twice(
      Workplace place, Classes classes, String suffix, Map<String, List<Figures>> runs)
      throws IOException {
    Path data = place.folder("start");
    note(runs, "start.first" + suffix, start(place, data, classes, TRADING));
    note(runs, "start.second" + suffix, start(place, data, classes, Duration.ZERO));
    place.delete(data);
  }

  private static long start(Workplace place, Path data, Classes classes, Duration trading)
      throws IOException {
    try (VenueProcess venue = VenueProcess.up(place, data, classes, "--demo")) {
      Pause.of(trading);
      return venue.startNs();
    }
  }

  private static void note(Map<String, List<Figures>> runs, String row, long startNs) {
    runs.computeIfAbsent(row, name -> new ArrayList<>()).add(Figures.of(startNs / 1e6));
  }
}

package io.ratel.benchmarks.spine;

import io.ratel.benchmarks.load.Pause;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.benchmarks.venue.ProcessTree;
import io.ratel.benchmarks.venue.VenueProcess;
import io.ratel.benchmarks.venue.VenueProcess.Classes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What a venue without a demo, where nothing happens, takes of a core. */
final class Idle implements Measurement {
  static final Duration WINDOW = Duration.ofSeconds(20);
  private static final Duration SETTLE = Duration.ofSeconds(10);

  @Override
  public List<String> rows() {
    return List.of("cpu.idle.no-demo");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    if (!ProcessTree.isReadable()) {
      return;
    }
    Path data = place.folder("idle");
    try (VenueProcess venue = VenueProcess.up(place, data, Classes.CACHED, "--no-demo")) {
      Pause.of(SETTLE);
      Figures share = Figures.of(percentOfACore(venue.processes(), WINDOW));
      out.accept(new Row("cpu.idle.no-demo", "% of a core", share, 1));
    }
    place.delete(data);
  }

  /** Processor time that the processes take while the window lasts. */
  static double percentOfACore(ProcessTree processes, Duration window) throws IOException {
    long started = System.nanoTime();
    long before = processes.processorNs();
    Pause.of(window);
    long used = processes.processorNs() - before;
    return 100.0 * used / (System.nanoTime() - started);
  }
}

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

/** What the demo takes of a core and of memory, PostgreSQL included, after half a minute. */
final class DemoFootprint implements Measurement {
  private static final Duration TRADING = Duration.ofSeconds(30);

  @Override
  public List<String> rows() {
    return List.of("memory.demo", "cpu.demo");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    if (!ProcessTree.isReadable()) {
      return;
    }
    Path data = place.folder("demo");
    try (VenueProcess venue = VenueProcess.up(place, data, Classes.CACHED, "--demo")) {
      Pause.of(TRADING);
      Figures share = Figures.of(Idle.percentOfACore(venue.processes(), Idle.WINDOW));
      Figures memory = Figures.of(venue.processes().memory() / 1e6);
      out.accept(new Row("memory.demo", "MB", memory, 1));
      out.accept(new Row("cpu.demo", "% of a core", share, 1));
    }
    place.delete(data);
  }
}

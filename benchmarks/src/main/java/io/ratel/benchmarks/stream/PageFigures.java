package io.ratel.benchmarks.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ratel.benchmarks.load.Pause;
import io.ratel.benchmarks.load.Samples;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.benchmarks.venue.VenueProcess;
import io.ratel.benchmarks.venue.VenueProcess.Classes;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** The page in Chromium before a demo: when a trade is on the screen, and how soon the first is. */
final class PageFigures implements Measurement {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TRADING = Duration.ofSeconds(20);
  private static final int WATCH_S = 60;
  private static final int LOADS = 10;

  @Override
  public List<String> rows() {
    return List.of("stream.pixel", "stream.pixel.first", "page.fcp", "page.bytes");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    Path data = place.folder("page");
    JsonNode seen;
    try (VenueProcess venue = VenueProcess.up(place, data, Classes.CACHED, "--demo")) {
      Pause.of(TRADING);
      seen = look(place, venue.address().toString());
    }
    place.delete(data);
    out.accept(times("stream.pixel", seen.get("trades")));
    out.accept(times("stream.pixel.first", seen.get("first")));
    out.accept(times("page.fcp", seen.get("fcp")));
    out.accept(new Row("page.bytes", "bytes", Figures.of(seen.get("bytes").asDouble()), 1));
  }

  private static Row times(String row, JsonNode millis) {
    long[] nanos =
        StreamSupport.stream(millis.spliterator(), false)
            .mapToLong(time -> Math.round(time.asDouble() * 1e6))
            .toArray();
    return new Row(row, "ms", Figures.of(Samples.of(nanos), 1e6), nanos.length);
  }

  /** Runs the browser, which tells what it saw in one line. */
  private static JsonNode look(Workplace place, String venue) throws IOException {
    Path script = place.root().resolve("web/dev/pixel.js");
    List<String> command =
        List.of("node", script.toString(), venue, String.valueOf(WATCH_S), String.valueOf(LOADS));
    Process browser =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader output = browser.inputReader()) {
      String line = output.readLine();
      if (line == null) {
        throw new IOException("the browser told nothing: " + String.join(" ", command));
      }
      return JSON.readTree(line);
    } finally {
      browser.destroy();
    }
  }
}

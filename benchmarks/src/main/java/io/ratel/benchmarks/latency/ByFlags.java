package io.ratel.benchmarks.latency;

import io.ratel.benchmarks.book.MachineRun;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One machine in processes that were started with and without each flag, by turns.
 *
 * @param machine as {@link MachineRun} names it
 */
record ByFlags(String machine) implements Measurement {
  private static final int RUNS = 5;
  private static final List<String> HEAP = List.of("-Xms2g", "-Xmx2g");
  private static final String PRE_TOUCH = "-XX:+AlwaysPreTouch";
  private static final String HUGE_PAGES = "-XX:+UseTransparentHugePages";
  private static final String UNCHECKED = "-Dagrona.disable.bounds.checks=true";

  /** Flags of the JVM, and words for the machine. */
  private record Variant(String name, List<String> flags, List<String> words) {
    Variant(String name, String... flags) {
      this(name, List.of(flags), List.of());
    }
  }

  private static final List<Variant> VARIANTS =
      List.of(
          new Variant("plain"),
          new Variant("pre-touch", PRE_TOUCH),
          new Variant("huge-pages", HUGE_PAGES),
          new Variant("unchecked", UNCHECKED),
          new Variant("pinned", List.of(), List.of(MachineRun.PINNED)),
          new Variant(
              "all", List.of(PRE_TOUCH, HUGE_PAGES, UNCHECKED), List.of(MachineRun.PINNED)));

  private String row(Variant variant) {
    return "latency." + machine + "." + variant.name();
  }

  @Override
  public List<String> rows() {
    return VARIANTS.stream().map(this::row).toList();
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    Map<String, List<Figures>> runs = new LinkedHashMap<>();
    for (int run = 0; run < RUNS; run++) {
      for (Variant variant : VARIANTS) {
        Figures figures = Figures.of(run(place, variant));
        runs.computeIfAbsent(row(variant), row -> new ArrayList<>()).add(figures);
      }
    }
    runs.forEach((row, figures) -> out.accept(Row.of(row, "ns", figures)));
  }

  private double run(Workplace place, Variant variant) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(place.jvmFlags());
    command.addAll(HEAP);
    command.addAll(variant.flags());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    Path folder = place.folder("machine");
    Path figure = folder.resolve("ns");
    command.addAll(List.of(MachineRun.class.getName(), figure.toString(), machine));
    command.addAll(variant.words());
    Process process = new ProcessBuilder(command).inheritIO().start();
    AutoCloseable end = process::destroyForcibly;
    place.began(end);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(row(variant) + " did not run");
      }
      return Double.parseDouble(Files.readString(figure));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
      place.ended(end);
      place.delete(folder);
    }
  }
}

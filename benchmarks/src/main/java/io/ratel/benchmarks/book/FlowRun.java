package io.ratel.benchmarks.book;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.benchmarks.measure.Figures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code ratel bench exchange --stream FILE}: our book on somebody's own commands. */
public final class FlowRun {
  private static final int RUNS = 7;
  private static final long ENOUGH_NS = 20_000_000_000L;

  private final Path file;
  private final OrderFlow flow;

  /**
   * @throws IOException when the file cannot be read or is no such file
   */
  public FlowRun(Path file) throws IOException {
    this.file = file;
    try {
      flow = OrderFlow.read(file);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Runs it from an empty book up to seven times, for twenty seconds at most, and prints the median
   * time; the compiler is at work in the first ones.
   */
  public void print(PrintWriter out, boolean json) {
    List<Figures> runs = new ArrayList<>();
    long began = System.nanoTime();
    RatelBook book;
    do {
      book = new RatelBook();
      long started = System.nanoTime();
      book.run(flow, 0, flow.size());
      long took = System.nanoTime() - started;
      runs.add(Figures.of(took / (double) Math.max(1, flow.size())));
    } while (runs.size() < RUNS && System.nanoTime() - began < ENOUGH_NS);
    double nanos = Figures.median(runs).p50().orElse(0);
    if (json) {
      out.println(line(nanos, book, runs.size()));
    } else {
      table(out, nanos, book);
    }
    out.flush();
  }

  private void table(PrintWriter out, double nanos, RatelBook book) {
    BookImage image = book.image();
    out.printf("%-12s %,d%n", "commands", flow.size());
    out.printf(Locale.ROOT, "%-12s %.1f%n", "ns/command", nanos);
    out.printf("%-12s %d%n", "trades", book.trades());
    out.printf("%-12s %d levels, %d orders%n", "asks", image.levels(false), image.orders(false));
    out.printf("%-12s %d levels, %d orders%n", "bids", image.levels(true), image.orders(true));
    out.printf("%-12s %s%n", "hash", image.hash());
  }

  private String line(double nanos, RatelBook book, int runs) {
    BookImage image = book.image();
    ObjectNode line = new ObjectMapper().createObjectNode();
    line.put("bench", "exchange").put("stream", file.toString()).put("commands", flow.size());
    line.put("nsPerCommand", Math.round(nanos * 10) / 10.0).put("trades", book.trades());
    line.putObject("asks").put("levels", image.levels(false)).put("orders", image.orders(false));
    line.putObject("bids").put("levels", image.levels(true)).put("orders", image.orders(true));
    return line.put("hash", image.hash()).put("runs", runs).toString();
  }
}

package io.ratel.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Row;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;

/** Prints rows as they become known: a table, or a line of JSON each. */
final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MathContext DIGITS = new MathContext(4);
  private static final String COLUMNS = "%-34s %-12s %12s %12s %14s %5s%n";

  private final PrintWriter out;
  private final boolean json;
  private final String bench;
  private final String commit;
  private boolean headed;

  /**
   * @param commit that was measured
   */
  Report(PrintWriter out, boolean json, String bench, String commit) {
    this.out = out;
    this.json = json;
    this.bench = bench;
    this.commit = commit;
  }

  void print(Row row) {
    if (json) {
      out.println(line(row));
    } else {
      if (!headed) {
        headed = true;
        out.printf("%s at %s%n", bench, commit);
        out.printf(COLUMNS, "row", "unit", "p50", "p99", "per second", "runs");
      }
      line(row.name(), row, row.ours());
      for (Row.Peer peer : row.peers()) {
        line("  " + peer.name() + " " + peer.version(), row, peer.figures());
      }
    }
    out.flush();
  }

  private void line(String name, Row row, Figures figures) {
    out.printf(
        COLUMNS,
        name,
        row.unit(),
        cell(figures.p50()),
        cell(figures.p99()),
        cell(figures.perSecond()),
        row.runs());
  }

  private String line(Row row) {
    ObjectNode line =
        JSON.createObjectNode().put("bench", bench).put("row", row.name()).put("unit", row.unit());
    put(line.putObject("ours"), row.ours());
    if (!row.peers().isEmpty()) {
      ArrayNode peers = line.putArray("peers");
      for (Row.Peer peer : row.peers()) {
        put(
            peers.addObject().put("name", peer.name()).put("version", peer.version()),
            peer.figures());
      }
    }
    return line.put("runs", row.runs()).put("commit", commit).toString();
  }

  private static void put(ObjectNode object, Figures figures) {
    put(object, "p50", figures.p50());
    put(object, "p99", figures.p99());
    put(object, "perSecond", figures.perSecond());
  }

  private static void put(ObjectNode figures, String name, OptionalDouble value) {
    value.ifPresent(v -> figures.put(name, rounded(v)));
  }

  private static String cell(OptionalDouble value) {
    return value.isEmpty()
        ? ""
        : String.format(Locale.ROOT, "%,f", rounded(value.getAsDouble())).replaceAll("\\.?0+$", "");
  }

  /** Whole from a thousand on, four digits below. */
  private static BigDecimal rounded(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal rounded =
        value >= 1_000 ? exact.setScale(0, java.math.RoundingMode.HALF_EVEN) : exact.round(DIGITS);
    return new BigDecimal(rounded.stripTrailingZeros().toPlainString());
  }
}

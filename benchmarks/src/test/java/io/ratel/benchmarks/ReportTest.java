package io.ratel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.benchmarks.load.Samples;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Row;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Row ROUND_TRIP =
      new Row(
          "log.roundtrip.fsync.1k",
          "µs",
          Figures.of(Samples.of(new long[] {188_123, 5_996_400}), 1_000, 999.98),
          3);
  private static final Row PAGE = new Row("page.initial", "bytes", Figures.of(45_700), 1);

  private static List<String> printed(boolean json, Row... rows) {
    StringWriter out = new StringWriter();
    Report report = new Report(new PrintWriter(out), json, "spine", "abc1234");
    List.of(rows).forEach(report::print);
    return out.toString().lines().toList();
  }

  @Test
  void jsonIsOneLineARowAndLeavesOutWhatDoesNotApply() {
    assertThat(printed(true, ROUND_TRIP, PAGE))
        .containsExactly(
            "{\"bench\":\"spine\",\"row\":\"log.roundtrip.fsync.1k\",\"unit\":\"µs\","
                + "\"ours\":{\"p50\":188.1,\"p99\":5996,\"perSecond\":1000},"
                + "\"runs\":3,\"commit\":\"abc1234\"}",
            "{\"bench\":\"spine\",\"row\":\"page.initial\",\"unit\":\"bytes\","
                + "\"ours\":{\"p50\":45700},\"runs\":1,\"commit\":\"abc1234\"}");
  }

  @Test
  void aPeerThatDidTheSameStandsBesideOurs() {
    Row row = PAGE.beside("ws", "8.1.0", List.of(Figures.of(3), Figures.of(5), Figures.of(4)));

    assertThat(printed(true, row).getFirst())
        .contains(
            "\"ours\":{\"p50\":45700},"
                + "\"peers\":[{\"name\":\"ws\",\"version\":\"8.1.0\",\"p50\":4}],\"runs\":1");
    assertThat(printed(false, row).getLast()).containsSubsequence("  ws 8.1.0", "bytes", "4");
  }

  @Test
  void theTableSaysWhatWasMeasuredAndAlignsItsFigures() {
    List<String> lines = printed(false, ROUND_TRIP, PAGE);
    assertThat(lines.getFirst()).isEqualTo("spine at abc1234");
    assertThat(lines.get(1)).containsSubsequence("row", "unit", "p50", "p99", "per second", "runs");
    assertThat(lines.get(2)).containsSubsequence("188.1", "5,996", "1,000", "3");
    assertThat(lines.get(3)).containsSubsequence("page.initial", "45,700", "1");
    assertThat(lines.subList(1, 4)).extracting(String::length).containsOnly(lines.get(1).length());
  }
}

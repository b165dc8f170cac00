package io.ratel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line =
        new CommandLine(new Bench())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    return Bench.run(line, arguments);
  }

  @Test
  void helpNamesWhatThereIs() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains("spine:", "stream:", "exchange:", "latency:", "marketdata:")
        .contains("--stream", "--json", "--rows");
  }

  @Test
  void anUnknownNameIsAUsageFault() {
    assertThat(run("spin", "--json")).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "no benchmark 'spin'; NAME must be spine or stream or exchange or latency or marketdata"
                + " or trust");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void noNameIsAUsageFault() {
    assertThat(run("--json")).isEqualTo(2);
    assertThat(err.toString()).contains("NAME");
  }

  @Test
  void rowsThatDoNotExistAreAUsageFaultThatListsThoseThatDo() {
    assertThat(run("spine", "--rows", "lgo")).isEqualTo(2);
    assertThat(err.toString()).contains("--rows lgo names no row", "log.roundtrip.fsync.1k");
  }
}

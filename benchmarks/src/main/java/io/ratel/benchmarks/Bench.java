package io.ratel.benchmarks;

import io.ratel.benchmarks.book.FlowRun;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Workplace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ratel bench NAME}. */
@Command(
    name = "ratel bench",
    description = "Measures the platform on this machine and prints a row for each figure.",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nNames:%n",
    footer = {
      "",
      "Close what else is busy first: a figure of a shared machine is a figure of its neighbours.",
      "What each row means: docs/benchmarks.md.",
      "",
      "  ratel bench spine                    all rows, in about five minutes",
      "  ratel bench spine --rows log,rest    those whose names start so",
      "  ratel bench stream --json            a line of JSON each",
      "  ratel bench exchange --stream FILE   our book on the commands of a file"
    })
public final class Bench implements Callable<Integer> {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  private static final long STOP_S = 30;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description =
          "spine: starts, memory and idle load, orders through the log and over REST, events into"
              + " PostgreSQL, the page's size, and the way back after kill -9.%n"
              + "stream: idle sockets, one message to ten thousand, slow readers, ten thousand"
              + " coming back, and a trade's way to a pixel.%n"
              + "exchange: the book, and the machine with its accounts, beside exchange-core.%n"
              + "latency: the machine and the log with and without each option of the profile.%n"
              + "marketdata: ticks by stage, frames of venues beside Jackson's tree, rows into the"
              + " store, a frame's way to a subscriber, memory a symbol.%n"
              + "trust: tokens, permissions, and handshakes while the door's certificate changes.%n"
              + "indicators: what a bar costs each, beside TA-Lib and ta4j.%n"
              + "quant: options, matrices and the risk of a portfolio, beside Strata and ojAlgo.")
  private String name = "";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Says what there is, and ends.")
  private boolean help;

  @Option(names = "--json", description = "One line of JSON a row.")
  private boolean json;

  @Option(
      names = "--rows",
      paramLabel = "PREFIX",
      split = ",",
      description = "Only rows whose names start so.")
  private List<String> prefixes = new ArrayList<>();

  @Option(
      names = "--stream",
      paramLabel = "FILE",
      description =
          "With exchange: runs the commands of a file through our book and prints what came out.")
  private @Nullable Path flow;

  public static void main(String[] arguments) {
    System.exit(run(new CommandLine(new Bench()), arguments));
  }

  static int run(CommandLine line, String... arguments) {
    PrintWriter err = line.getErr();
    line.setParameterExceptionHandler(
        (fault, given) -> {
          err.println("ratel: " + fault.getMessage());
          err.println("See: ratel bench --help");
          return USAGE;
        });
    line.setExecutionExceptionHandler(
        (fault, command, given) -> {
          err.println("ratel: the benchmark failed: " + fault.getMessage());
          return FAILED;
        });
    return line.execute(arguments);
  }

  @Override
  public Integer call() throws IOException {
    CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
    Benchmark benchmark = benchmark(line);
    if (flow != null) {
      run(line, flow);
      return DONE;
    }
    List<Measurement> chosen = chosen(line, benchmark);
    CountDownLatch ended = new CountDownLatch(1);
    try (Workplace place = Workplace.ofLauncher()) {
      Thread measuring = Thread.currentThread();
      Thread hook = Thread.ofPlatform().name("stop").unstarted(() -> stop(measuring, ended, place));
      Runtime.getRuntime().addShutdownHook(hook);
      Thread.ofPlatform()
          .daemon()
          .name("limit")
          .start(() -> limit(line.getErr(), benchmark, ended));
      measure(line, place, chosen);
      return DONE;
    } finally {
      ended.countDown();
    }
  }

  private void run(CommandLine line, Path file) throws IOException {
    if (!name.equals("exchange")) {
      throw new CommandLine.ParameterException(line, "--stream goes with exchange, not " + name);
    }
    if (!Files.isReadable(file)) {
      throw new CommandLine.ParameterException(line, "--stream names no readable file: " + file);
    }
    new FlowRun(file).print(line.getOut(), json);
  }

  /** Lets a measurement that is cut short close what it has open; then clears away. */
  private static void stop(Thread measuring, CountDownLatch ended, Workplace place) {
    try {
      if (ended.getCount() > 0) {
        measuring.interrupt();
        ended.await(STOP_S, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      place.close();
    }
  }

  private Benchmark benchmark(CommandLine line) {
    return Benchmark.all().stream()
        .filter(benchmark -> benchmark.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandLine.ParameterException(
                    line,
                    "there is no benchmark '"
                        + name
                        + "'; NAME must be "
                        + String.join(" or ", Benchmark.names())));
  }

  private List<Measurement> chosen(CommandLine line, Benchmark benchmark) {
    List<Measurement> chosen =
        benchmark.measurements().stream()
            .filter(measurement -> measurement.rows().stream().anyMatch(this::isWanted))
            .toList();
    if (chosen.isEmpty()) {
      throw new CommandLine.ParameterException(
          line,
          "--rows "
              + String.join(",", prefixes)
              + " names no row; rows are "
              + String.join(", ", benchmark.rows().toList()));
    }
    return chosen;
  }

  private boolean isWanted(String row) {
    return prefixes.isEmpty() || prefixes.stream().anyMatch(row::startsWith);
  }

  private void measure(CommandLine line, Workplace place, List<Measurement> chosen)
      throws IOException {
    Report report = new Report(line.getOut(), json, name, commit(place.root()));
    StatusLine status = new StatusLine(line.getErr());
    int number = 0;
    for (Measurement measurement : chosen) {
      status.show(measurement, ++number, chosen.size());
      measurement.measure(
          place,
          row -> {
            if (isWanted(row.name())) {
              status.wipe();
              report.print(row);
            }
          });
      status.wipe();
    }
  }

  /** Ends the process when it takes too long. */
  private static void limit(PrintWriter err, Benchmark benchmark, CountDownLatch ended) {
    Duration limit = benchmark.limit();
    try {
      if (!ended.await(limit.toSeconds(), TimeUnit.SECONDS)) {
        err.println("ratel: the benchmark was not done in " + limit.toMinutes() + " minutes");
        err.flush();
        System.exit(FAILED);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is checked out, with a mark when files differ from it. */
  private static String commit(Path root) throws IOException {
    Process git =
        new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude", "*")
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = git.inputReader()) {
      String described = output.readLine();
      return described == null ? "unknown" : described;
    }
  }
}

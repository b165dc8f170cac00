package io.ratel.server.cli;

import io.ratel.adapters.aeron.LogConfig;
import io.ratel.adapters.aeron.LogReplay;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.Snapshot;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.server.DataDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ratel replay}: what the log alone says. */
@Command(
    name = "replay",
    description =
        "Applies the log of a stopped venue to an empty exchange and prints where it ends.",
    footer = {
      "",
      "Two replays of one log print the same hash, and so does the running venue at that event.",
      "",
      "  ratel replay --json",
      "  ratel replay --to 12000 --json",
      "  ratel replay --to 2026-11-21T10:00:00Z"
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The venue's data (default: ~/.ratel).")
  private Path data = Path.of(System.getProperty("user.home"), ".ratel");

  @Option(
      names = "--to",
      paramLabel = "SEQ|TIME",
      description = "Stop at this event, or before the first command after this time (ISO-8601).")
  private @Nullable String to;

  @Option(names = "--json", description = "One line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
    long toSequence = Long.MAX_VALUE;
    long toTime = Long.MAX_VALUE;
    if (to != null) {
      if (to.matches("\\d{1,18}")) {
        toSequence = Long.parseLong(to);
      } else {
        toTime = nanos(line, to);
      }
    }
    if (!java.nio.file.Files.isDirectory(data.resolve("log"))) {
      throw new StartException(ExitCode.DATA_UNUSABLE, "there is no log in " + data);
    }
    try (DataDirectory held = DataDirectory.hold(data)) {
      Progress progress = new Progress(line.getErr(), "Replaying the log");
      Exchange exchange =
          LogReplay.replay(
              LogConfig.laptop(held.resolve("log")), toSequence, toTime, progress::permille);
      progress.end();
      print(line.getOut(), exchange);
      return ExitCode.STOPPED;
    }
  }

  private static long nanos(CommandLine line, String text) {
    try {
      return FeedTime.nanos(Instant.parse(text));
    } catch (DateTimeException | ArithmeticException e) {
      throw new CommandLine.ParameterException(
          line,
          "--to must be an event's number or a time such as 2026-11-21T10:00:00Z, was '"
              + text
              + "'");
    }
  }

  private void print(PrintWriter out, Exchange exchange) {
    long nanos = exchange.lastTimestampNs();
    Instant time = Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L);
    String hash = Snapshot.stateHash(exchange);
    if (json) {
      out.printf(
          "{\"sequence\":%d,\"time\":\"%s\",\"stateHash\":\"%s\"}%n",
          exchange.sequence(), time, hash);
    } else {
      out.printf(
          "event %,d at %s: state %s, %,d orders rest%n",
          exchange.sequence(), time, hash, exchange.restingOrders());
    }
    out.flush();
  }
}

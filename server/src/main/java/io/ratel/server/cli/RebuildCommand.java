package io.ratel.server.cli;

import io.ratel.adapters.aeron.ExchangeNode;
import io.ratel.adapters.aeron.LogConfig;
import io.ratel.adapters.aeron.RecordedEvents;
import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.adapters.postgres.PostgresProjection;
import io.ratel.exchange.EventLog;
import io.ratel.exchange.view.Projection;
import io.ratel.server.DataDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ratel rebuild}: empties the projection and fills it again from the log. */
@Command(
    name = "rebuild",
    description = "Empties the tables of schema projection and fills them again from the log.",
    footer = {
      "",
      "The venue must be stopped. Users, keys and settings (schema platform) are not touched."
    })
final class RebuildCommand implements Callable<Integer> {
  private static final int BATCH = 20_000;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The venue's data (default: ~/.ratel).")
  private Path data = Path.of(System.getProperty("user.home"), ".ratel");

  @Override
  public Integer call() {
    CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
    if (!java.nio.file.Files.isDirectory(data.resolve("log"))) {
      throw new StartException(ExitCode.DATA_UNUSABLE, "there is no log in " + data);
    }
    List<Throwable> errors = new ArrayList<>();
    try (DataDirectory held = DataDirectory.hold(data);
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(held.resolve("postgres"));
        Database database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 4);
        ExchangeNode node =
            ExchangeNode.launch(LogConfig.laptop(held.resolve("log")), errors::add);
        RecordedEvents events = node.connectEvents()) {
      PostgresProjection projection =
          new PostgresProjection(database, new io.ratel.adapters.postgres.Progress());
      long written = rebuild(projection, events, node.sequence(), line);
      line.getOut().printf("Rebuilt the projection from %,d events.%n", written);
      line.getOut().flush();
      return ExitCode.STOPPED;
    }
  }

  /** Empties the tables and fills them with all events; returns how many there were. */
  static long rebuild(Projection projection, EventLog events, long last, CommandLine line) {
    Progress progress = new Progress(line.getErr(), "Rebuilding the projection");
    projection.clear();
    List<Projection.Entry> batch = new ArrayList<>(BATCH);
    long written = 0;
    try (EventLog.Reader reader = events.follow(0)) {
      while (written < last) {
        int read =
            reader.poll(
                (sequence, time, event) -> batch.add(new Projection.Entry(sequence, time, event)),
                BATCH - batch.size());
        if (read == 0) {
          reader.await(10_000_000);
        }
        if (batch.size() >= BATCH || (read == 0 && !batch.isEmpty())) {
          projection.write(batch);
          written = batch.getLast().sequence();
          batch.clear();
          progress.permille(1_000 * written / last);
        }
      }
    }
    progress.end();
    return written;
  }
}

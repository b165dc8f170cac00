package io.ratel.server.cli;

import io.ratel.adapters.aeron.ExchangeNode;
import io.ratel.adapters.aeron.LogConfig;
import io.ratel.adapters.aeron.RecordedEvents;
import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.adapters.postgres.PostgresProjection;
import io.ratel.adapters.postgres.PostgresReconciler;
import io.ratel.exchange.reconciliation.Break;
import io.ratel.exchange.reconciliation.Reconciliation;
import io.ratel.exchange.reconciliation.Reconciliation.Checked;
import io.ratel.gateway.operation.Json;
import io.ratel.gateway.report.WireReconciliation;
import io.ratel.gateway.wire.Times;
import io.ratel.server.DataDirectory;
import java.io.PrintWriter;
import java.nio.file.Files;
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

/** {@code ratel reconcile}: whether the tables say what the log says. */
@Command(
    name = "reconcile",
    description =
        "Compares the tables of a stopped venue with the exchange as the log makes it again.",
    footer = {
      "",
      "Ledger, orders, books, positions and instruments are compared at the event at which the",
      "tables stand; each difference is named with the truth, what was found, and what mends it.",
      "A running venue answers the same at GET /v1/reconciliation.",
      "",
      "  ratel reconcile                 names what differs",
      "  ratel reconcile --json          the same as one line of JSON",
      "  ratel reconcile --mend          rebuilds the tables when something differs, looks again",
      "",
      "Exit codes: 0 nothing differs, 1 something differs (after --mend: still), or it failed;",
      "2 usage, 4 data directory unusable, 5 another instance holds the data."
    })
final class ReconcileCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The venue's data (default: ~/.ratel).")
  private Path data = Path.of(System.getProperty("user.home"), ".ratel");

  @Option(names = "--json", description = "One line of JSON: the last comparison.")
  private boolean json;

  @Option(
      names = "--mend",
      description = "When something differs, rebuild the tables from the log and compare again.")
  private boolean mend;

  @Override
  public Integer call() {
    CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
    if (!Files.isDirectory(data.resolve("log"))) {
      throw new StartException(ExitCode.DATA_UNUSABLE, "there is no log in " + data);
    }
    List<Throwable> errors = new ArrayList<>();
    try (DataDirectory held = DataDirectory.hold(data);
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(held.resolve("postgres"));
        Database database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 4);
        ExchangeNode node =
            ExchangeNode.launch(LogConfig.laptop(held.resolve("log")), errors::add)) {
      Reconciliation report = compare(database, node, line);
      if (mend && !report.isClean()) {
        print(line.getOut(), report, !json);
        long written = mend(database, node, line);
        say(line.getOut(), "Rebuilt the projection from %,d events.".formatted(written));
        report = compare(database, node, line);
      }
      print(line.getOut(), report, true);
      return report.isClean() ? ExitCode.STOPPED : ExitCode.FAILED;
    }
  }

  private static Reconciliation compare(Database database, ExchangeNode node, CommandLine line) {
    Progress progress = new Progress(line.getErr(), "Reading the log");
    Reconciliation report =
        new PostgresReconciler(database, node.connectLog(progress::permille)).run();
    progress.end();
    return report;
  }

  private static long mend(Database database, ExchangeNode node, CommandLine line) {
    try (RecordedEvents events = node.connectEvents()) {
      PostgresProjection projection =
          new PostgresProjection(database, new io.ratel.adapters.postgres.Progress());
      return RebuildCommand.rebuild(projection, events, node.sequence(), line);
    }
  }

  private void say(PrintWriter out, String text) {
    if (!json) {
      out.println(text);
      out.flush();
    }
  }

  private void print(PrintWriter out, Reconciliation report, boolean wanted) {
    if (json) {
      if (wanted) {
        out.println(Json.text(WireReconciliation.of(report)));
        out.flush();
      }
      return;
    }
    for (Break found : report.breaks()) {
      out.printf(
          "%s  %s %s, %s: expected %s, found %s%n",
          found.kind(), found.table(), found.key(), found.field(), found.expected(), found.found());
    }
    if (report.breakCount() > report.breaks().size()) {
      out.printf("… and %,d more%n", report.breakCount() - report.breaks().size());
    }
    report.breaks().stream()
        .map(Break::mend)
        .distinct()
        .forEach(command -> out.printf("To mend: %s%n", command));
    Checked c = report.checked();
    out.printf(
        "event %,d at %s: %,d breaks in %,d balances, %,d orders, %,d fills, %,d postings,"
            + " %,d positions, %,d instruments%n",
        report.sequence(),
        Times.instant(report.timeNs()),
        report.breakCount(),
        c.balances(),
        c.orders(),
        c.fills(),
        c.postings(),
        c.positions(),
        c.instruments());
    out.flush();
  }
}

package io.ratel.server.cli;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.access.PostgresAudit;
import io.ratel.gateway.audit.WireAuditVerification;
import io.ratel.gateway.operation.Json;
import io.ratel.security.audit.AnchorFile;
import io.ratel.security.audit.Link;
import io.ratel.security.audit.Verification;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ratel audit}: whether the log of what operators did is as it was written. */
@Command(
    name = "audit",
    description = "Checks the log of what was done with power.",
    footer = {
      "",
      "A venue with its own database must be stopped; a running one answers the same at",
      "GET /v1/audit/verification. The newest link is kept in DIR/audit-anchor too.",
      "",
      "  ratel audit verify",
      "  ratel audit verify --expect 1042:9f86d0…     a link that was kept elsewhere",
      "",
      "Exit codes: 0 intact, 1 the first broken record is named; 2 usage, 4 data directory",
      "unusable, 5 another instance holds the data."
    })
final class AuditCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private PlatformDatabase platform = new PlatformDatabase();

  @Override
  public void run() {
    throw new ParameterException(line(), "audit needs: verify");
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Walks the whole log and names the first broken record.")
  int verify(
      @Option(
              names = "--expect",
              paramLabel = "NUMBER:HASH",
              description = "A link that the log must have. Repeatable.")
          @Nullable List<String> expect,
      @Option(names = "--json", description = "One line of JSON.") boolean json) {
    List<Link> kept =
        Optional.ofNullable(expect).orElse(List.of()).stream().map(this::link).toList();
    Path data = platform.data();
    if (platform.settings().url().isEmpty() && !Files.isDirectory(data.resolve("postgres"))) {
      throw new StartException(ExitCode.DATA_UNUSABLE, "there is no database in " + data);
    }
    return platform.with(database -> verify(database, data, kept, json));
  }

  private int verify(Database database, Path data, List<Link> kept, boolean json) {
    Verification found;
    try {
      AnchorFile anchor = new AnchorFile(data.resolve("audit-anchor"));
      found = new PostgresAudit(database, Optional.of(anchor), kept).verify();
    } catch (UncheckedIOException e) {
      throw new StartException(ExitCode.FAILED, "the anchor cannot be read: " + e.getMessage());
    }
    PrintWriter out = line().getOut();
    if (json) {
      out.println(Json.text(WireAuditVerification.of(found)));
    } else if (found.intact()) {
      out.printf("The audit log is intact: %,d records.%n", found.records());
      out.printf("Keep this elsewhere: %s%n", found.newest());
    } else {
      out.printf("The audit log is BROKEN: %s.%n", found.broken().orElseThrow().fault());
      out.printf("In order until: %s%n", found.newest());
    }
    out.flush();
    return found.intact() ? ExitCode.STOPPED : ExitCode.FAILED;
  }

  private Link link(String text) {
    try {
      return Link.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line(), "--expect: " + e.getMessage(), e);
    }
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}

package io.ratel.server.cli;

import io.ratel.server.config.Config;
import io.ratel.server.config.ConfigReader;
import io.ratel.server.config.Options;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ratel run}: some roles of a fleet in this process. */
@Command(
    name = "run",
    description =
        "Starts some roles in this process; others, with the same configuration, run elsewhere.",
    footer = {
      "",
      "Roles: exchange, projector, ingest, api (which needs ingest beside it), stream (which",
      "relays the markets of endpoints.api and checks tokens with its public keys). The processes",
      "share one configuration, in which log.host, log.portBase and postgres.url must be set:",
      "",
      "  log:       { host: 10.0.0.5, portBase: 9000 }",
      "  postgres:  { url: \"jdbc:postgresql://10.0.0.6/ratel\", user: ratel }",
      "  endpoints: { api: \"https://10.0.0.7:9443\" }",
      "",
      "Between machines stream takes markets by TLS alone: ratel ca makes certificates for nodes,",
      "fleet.port opens a door for them at the process with api (docs/security.md).",
      "",
      "  ratel run --roles=exchange --config fleet.yaml --data /srv/ratel/exchange",
      "  ratel run --roles=projector --config fleet.yaml --data /srv/ratel/projector",
      "  ratel run --roles=api,ingest --config fleet.yaml --data /srv/ratel/api",
      "  ratel run --roles=stream --config fleet.yaml --data /srv/ratel/stream"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private Options options = new Options();

  @Option(
      names = "--roles",
      required = true,
      split = ",",
      paramLabel = "ROLE",
      description = "Which roles, separated by commas.")
  private List<String> roles = List.of();

  @Override
  public Integer call() {
    PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    Config config = new ConfigReader(options, System.getenv()).read(roles);
    return new Lifetime(out).run(config, false);
  }
}

package io.ratel.server.cli;

import io.ratel.server.config.Config;
import io.ratel.server.config.ConfigReader;
import io.ratel.server.config.Options;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ratel up}: every role in one process. */
@Command(
    name = "up",
    description =
        "Starts a whole venue in this process: log, exchange, tables, market data, API and page.",
    footer = {
      "",
      "When an order can be placed it prints \"Ratel is ready: http://HOST:PORT\".",
      "Ctrl-C or SIGTERM stops it within 15 seconds; kill -9 loses nothing that was acknowledged.",
      "",
      "  ratel up                               the demo on http://127.0.0.1:8080",
      "  ratel up --replay DIR --speed max      recorded market data as well",
      "  ratel up --tls                         the same on https://127.0.0.1:8080",
      "  ratel up --no-demo --data /srv/ratel   an empty venue of your own",
      "",
      "Exit codes: 0 stopped, 1 failed, 2 usage or configuration, 3 port in use, 4 data directory",
      "unusable, 5 another instance holds the data, 6 a tool is missing."
    })
final class UpCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private Options options = new Options();

  @Option(names = "--stop-when-ready", hidden = true)
  private boolean stopWhenReady;

  @Override
  public Integer call() {
    PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    Config config = new ConfigReader(options, System.getenv()).read();
    return new Lifetime(out).run(config, stopWhenReady);
  }
}

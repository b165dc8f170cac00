package io.ratel.server.cli;

import io.ratel.server.Platform;
import io.ratel.server.config.Config;
import io.ratel.server.config.ConfigReader;
import io.ratel.server.config.Options;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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
    CountDownLatch stop = new CountDownLatch(1);
    AtomicInteger exit = new AtomicInteger(ExitCode.STOPPED);
    Platform platform =
        Platform.start(
            config,
            line -> say(out, line),
            () -> {
              exit.set(ExitCode.FAILED);
              stop.countDown();
            });
    // A hook that halts is what lets SIGTERM end with 0 instead of 143.
    Thread hook =
        Thread.ofPlatform()
            .name("stop")
            .unstarted(
                () -> {
                  platform.close();
                  Runtime.getRuntime().halt(exit.get());
                });
    if (!stopWhenReady) {
      Runtime.getRuntime().addShutdownHook(hook);
    }
    say(out, "Ratel is ready: http://" + config.gateway().host() + ":" + platform.port());
    if (stopWhenReady) {
      platform.close();
      return ExitCode.STOPPED;
    }
    try {
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return exit.get();
  }

  private static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}

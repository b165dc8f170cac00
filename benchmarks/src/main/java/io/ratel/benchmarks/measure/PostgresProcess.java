package io.ratel.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An embedded PostgreSQL server as the operating system sees it. It is nobody's child, and outlives
 * the process that started it when that is killed.
 */
public final class PostgresProcess {
  /** The file by which a server of a folder says which process it is. */
  static final String FILE = "postmaster.pid";

  private static final long STOP_S = 20;

  private PostgresProcess() {}

  /** The server that runs in a folder. */
  public static Optional<ProcessHandle> of(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
              .filter(server -> server.info().command().orElse("").endsWith("postgres"))
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty(); // it is just beginning or ending
    }
  }

  /** Stops the server of a folder, if one runs, and waits for its end. */
  public static void stop(Path folder) {
    of(folder).ifPresent(PostgresProcess::stop);
  }

  private static void stop(ProcessHandle server) {
    server.destroy();
    try {
      server.onExit().get(STOP_S, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      server.destroyForcibly();
    } catch (InterruptedException e) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

package io.ratel.adapters.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own in a data directory, on a free port of the loopback address, with
 * {@code fsync} on. When the process that started it was killed the server lives on as an orphan;
 * the next start recognises it by its process id file and its working directory, and stops it
 * first.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgresServer.class);
  private static final long STOP_SECONDS = 15;
  private static final int ANY_PORT = 0;

  private final EmbeddedPostgres server;

  private EmbeddedPostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts a server; the directory must be held exclusively by the caller.
   *
   * @throws UncheckedIOException when it does not start
   */
  public static EmbeddedPostgresServer start(Path directory) {
    return start(directory, ANY_PORT);
  }

  /** The same on a port of the caller's choice. */
  public static EmbeddedPostgresServer start(Path directory, int port) {
    try {
      Files.createDirectories(directory);
      stopOrphan(directory);
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(directory)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setServerConfig("fsync", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("shared_buffers", "32MB")
              .setServerConfig("max_connections", "60")
              .setServerConfig("max_wal_size", "256MB")
              .setServerConfig("autovacuum_naptime", "20s")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("timezone", "UTC")
              .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
              .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new EmbeddedPostgresServer(server);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start in " + directory, e);
    }
  }

  /** The address for {@link Database#connect}; user and password are {@code postgres}. */
  public String jdbcUrl() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** The operating system's number of the server process, if it runs. */
  public long pid() {
    return server.getProcess().pid();
  }

  private static void stopOrphan(Path directory) throws IOException {
    Path pidFile = directory.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> orphan = owner(directory, Files.readAllLines(pidFile));
    if (orphan.isEmpty()) {
      return; // PostgreSQL clears a stale file itself
    }
    ProcessHandle process = orphan.get();
    LOG.atInfo()
        .addKeyValue("pid", process.pid())
        .log("stopping the PostgreSQL server that a killed process left behind");
    // SIGINT is PostgreSQL's fast shutdown: connections are dropped, everything is written.
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException("PostgreSQL process " + process.pid() + " does not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while PostgreSQL stopped", e);
    }
  }

  /**
   * The live server process of this directory: ids are reused, so the working directory decides.
   */
  private static Optional<ProcessHandle> owner(Path directory, List<String> pidFile) {
    if (pidFile.size() < 2 || !isSame(directory, Path.of(pidFile.get(1)))) {
      return Optional.empty();
    }
    try {
      return ProcessHandle.of(Long.parseLong(pidFile.get(0).strip()))
          .filter(ProcessHandle::isAlive)
          .filter(process -> runsPostgres(process, directory));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean runsPostgres(ProcessHandle process, Path directory) {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    if (Files.isDirectory(proc)) {
      try {
        return Files.readString(proc.resolve("comm")).strip().equals("postgres")
            && isSame(directory, proc.resolve("cwd").toRealPath());
      } catch (IOException e) {
        return false; // it has just ended
      }
    }
    return process.info().command().map(command -> command.contains("postgres")).orElse(false);
  }

  private static boolean isSame(Path a, Path b) {
    try {
      return Files.isSameFile(a, b);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }
}

package io.ratel.benchmarks.venue;

import io.ratel.benchmarks.measure.PostgresProcess;
import io.ratel.benchmarks.measure.Workplace;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A venue in a JVM of its own, started with the launcher's flags, to be talked to and to be killed.
 * For one thread.
 */
public final class VenueProcess implements AutoCloseable {
  /** Where the JVM has its classes from. */
  public enum Classes {
    /** Loaded and linked at each start. */
    LOADED,
    /** Mapped from the AOT cache, as the launcher starts it where there is one. */
    CACHED
  }

  private static final Pattern READY = Pattern.compile("Ratel is ready: (.+)");
  private static final long START_S = 90;
  private static final long STOP_S = 20;
  private static final int LINES_KEPT = 20;

  private final Workplace place;
  private final Path postgres;
  private final Process process;
  private final long begunNs;
  private final CompletableFuture<Ready> ready = new CompletableFuture<>();

  /**
   * @param where an address, or the roles of a process without doors
   */
  private record Ready(String where, long atNs) {}

  private VenueProcess(Workplace place, Path data, Process process, long begunNs) {
    this.place = place;
    this.postgres = data.resolve("postgres");
    this.process = process;
    this.begunNs = begunNs;
  }

  /**
   * Starts {@code up} on a free port and returns when it is ready.
   *
   * @throws IOException when it ends before, with the last it said, or takes 90 s
   */
  public static VenueProcess up(Workplace place, Path data, Classes classes, String... options)
      throws IOException {
    return start(place, data, classes, List.of("up"), options);
  }

  /**
   * Starts some roles of a fleet as {@link #up} starts them all.
   *
   * @param names divided by commas
   */
  public static VenueProcess roles(Workplace place, Path data, String names, String... options)
      throws IOException {
    return start(place, data, Classes.CACHED, List.of("run", "--roles=" + names), options);
  }

  private static VenueProcess start(
      Workplace place, Path data, Classes classes, List<String> verb, String... options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(place.jvmFlags());
    if (classes == Classes.CACHED) {
      command.addAll(place.aotFlags());
    }
    Path jars = place.root().resolve("server/target/dist/lib");
    command.addAll(List.of("-cp", jars + "/*", "io.ratel.server.Main"));
    command.addAll(verb);
    command.addAll(List.of("--data", data.toString(), "--port", "0"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("RATEL_"));
    long begunNs = System.nanoTime();
    VenueProcess venue = new VenueProcess(place, data, builder.start(), begunNs);
    place.began(venue);
    Thread.ofPlatform().daemon().name("venue-output").start(venue::read);
    try {
      venue.awaitReady();
      return venue;
    } catch (IOException e) {
      venue.close();
      throw e;
    }
  }

  private void read() {
    Deque<String> last = new ArrayDeque<>();
    try (BufferedReader output = process.inputReader()) {
      String line;
      while ((line = output.readLine()) != null) {
        long now = System.nanoTime();
        Matcher said = READY.matcher(line);
        if (said.lookingAt()) {
          ready.complete(new Ready(said.group(1), now));
        }
        last.addLast(line);
        if (last.size() > LINES_KEPT) {
          last.removeFirst();
        }
      }
    } catch (IOException e) {
      last.addLast(e.toString()); // the pipe breaks when the process is killed
    }
    ready.completeExceptionally(
        new IOException("the venue ended before it was ready: " + String.join("\n", last)));
  }

  private void awaitReady() throws IOException {
    try {
      ready.get(START_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException ended ? ended : new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("the venue was not ready within " + START_S + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the venue started", e);
    }
  }

  /** From the start of the process until it said that it is ready. */
  public long startNs() {
    return ready.join().atNs() - begunNs;
  }

  /** Where its doors are, of a process that has some. */
  public URI address() {
    return URI.create(ready.join().where());
  }

  /** The venue's process, its children and its PostgreSQL server. */
  public ProcessTree processes() {
    return new ProcessTree(process.toHandle(), PostgresProcess.of(postgres));
  }

  /** {@code kill -9}; the embedded PostgreSQL server lives on. */
  public void kill() {
    process.destroyForcibly();
    place.ended(this);
    awaitEnd();
  }

  /** SIGTERM, as a user stops it; what does not stop is killed. */
  @Override
  public void close() {
    place.ended(this);
    process.destroy();
    if (!awaitEnd()) {
      process.destroyForcibly();
    }
    PostgresProcess.stop(postgres);
  }

  private boolean awaitEnd() {
    try {
      return process.waitFor(STOP_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public String toString() {
    return "venue process " + process.pid();
  }
}

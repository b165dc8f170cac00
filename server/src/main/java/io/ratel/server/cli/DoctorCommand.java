package io.ratel.server.cli;

import io.ratel.marketdata.storage.StoredTable;
import io.ratel.security.file.PrivateFile;
import io.ratel.security.pki.Pem;
import io.ratel.security.pki.PkiException;
import io.ratel.server.DataDirectory;
import io.ratel.server.snapshot.StorageFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ratel doctor}: whether a venue could start here, and what to do when it could not. */
@Command(
    name = "doctor",
    description = "Checks whether a venue can start here, and says what is wrong.")
final class DoctorCommand implements Callable<Integer> {
  private static final int LARGEST = 10;
  private static final long WANTED_DISK = 2L << 30;
  private static final long WANTED_SHARED_MEMORY = 200L << 20;
  private static final long WANTED_MEMORY = 1L << 30;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The venue's data (default: ~/.ratel).")
  private Path data = Path.of(System.getProperty("user.home"), ".ratel");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port to be used (default: 8080).")
  private int port = 8080;

  private boolean sound = true;

  @Override
  public Integer call() {
    CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
    if (port < 0 || port > 65_535) {
      throw new ParameterException(line, "--port must be from 0 to 65535, was " + port);
    }
    PrintWriter out = line.getOut();
    check(
        out,
        "Java",
        Runtime.version().feature() >= 25,
        Runtime.version().toString(),
        "install a JDK 25");
    check(
        out,
        "page",
        page(),
        System.getProperty("ratel.page", "not built"),
        "start with ./ratel, which builds it");
    data(out);
    storage(out);
    room(out, "disk", data, WANTED_DISK);
    if (Files.isDirectory(Path.of("/dev/shm"))) {
      room(out, "shared memory", Path.of("/dev/shm"), WANTED_SHARED_MEMORY);
    }
    if (java.lang.management.ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean machine) {
      long memory = machine.getTotalMemorySize();
      check(out, "memory", memory >= WANTED_MEMORY, megabytes(memory), "about 1 GB is needed");
    }
    certificate(out, "node's cert.", "node.pem");
    certificate(out, "authority", "ca/root.pem");
    check(out, "port " + port, portIsFree(), "free", "stop what listens there, or use --port");
    return sound ? ExitCode.STOPPED : ExitCode.FAILED;
  }

  private void check(PrintWriter out, String what, boolean good, String found, String remedy) {
    sound &= good;
    out.printf("%-6s %-14s %s%n", good ? "ok" : "FAULT", what, good ? found : remedy);
    out.flush();
  }

  private void data(PrintWriter out) {
    try (DataDirectory held = DataDirectory.hold(data)) {
      check(out, "data", true, held.path().toString(), "");
    } catch (StartException e) {
      check(out, "data", false, "", String.valueOf(e.getMessage()));
    }
  }

  /** What a running venue says of its stores: the largest tables, and the sum of all. */
  private void storage(PrintWriter out) {
    new StorageFile(data)
        .read()
        .ifPresent(
            seen -> {
              long bytes = seen.tables().stream().mapToLong(StoredTable::bytes).sum();
              check(
                  out,
                  "storage",
                  true,
                  "%s in %d tables, as of %s"
                      .formatted(megabytes(bytes), seen.tables().size(), seen.time()),
                  "");
              seen.tables().stream()
                  .limit(LARGEST)
                  .forEach(
                      table ->
                          out.printf(
                              "       %-12s %-34s %s%,d rows, %s%n",
                              table.store(),
                              table.table(),
                              table.approximate() ? "~" : "",
                              table.rows(),
                              megabytes(table.bytes())));
            });
  }

  /** A certificate should be renewed long before a tenth of its life is left. */
  private void certificate(PrintWriter out, String what, String name) {
    Path file = data.resolve(name);
    if (!Files.exists(file)) {
      return;
    }
    try {
      X509Certificate found = Pem.certificates(PrivateFile.read(file), file.toString()).getFirst();
      Instant begin = found.getNotBefore().toInstant();
      Instant end = found.getNotAfter().toInstant();
      Duration left = Duration.between(Instant.now(), end);
      check(
          out,
          what,
          left.compareTo(Duration.between(begin, end).dividedBy(10)) > 0,
          "good until " + end,
          file + " ends at " + end + " and was not renewed: is fleet.authority set and reached?");
    } catch (IOException | PkiException e) {
      check(out, what, false, "", String.valueOf(e.getMessage()));
    }
  }

  private void room(PrintWriter out, String what, Path where, long wanted) {
    try {
      FileStore store =
          Files.getFileStore(Files.exists(where) ? where : where.toAbsolutePath().getRoot());
      long free = store.getUsableSpace();
      check(
          out,
          what,
          free >= wanted,
          megabytes(free) + " free",
          "needs " + megabytes(wanted) + " free at " + where);
    } catch (IOException e) {
      check(out, what, false, "", "cannot be read: " + e.getMessage());
    }
  }

  private static String megabytes(long bytes) {
    return "%,d MB".formatted(bytes >> 20);
  }

  private static boolean page() {
    String page = System.getProperty("ratel.page");
    return page != null && Files.exists(Path.of(page, "index.html"));
  }

  private boolean portIsFree() {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress("127.0.0.1", port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

package io.ratel.adapters.aeron;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aeron.archive.ArchiveMarkFile;
import io.aeron.archive.ArchiveTool;
import io.aeron.cluster.service.ClusterMarkFile;
import io.ratel.exchange.wire.PlaceOrderEncoder;
import io.ratel.model.slot.XxHash64;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.agrona.concurrent.SystemEpochClock;

/**
 * The files and ports around the engines: where they are, and what a killed process left in them.
 */
final class AeronFiles {
  private static final Path SHARED_MEMORY = Path.of("/dev/shm");
  private static final int PORTS = 5;

  /** Zero would say that the file was never finished. */
  private static final long LONG_AGO_MS = 1;

  private AeronFiles() {}

  /**
   * The media driver's directory: in shared memory where there is such a thing, one for each log.
   */
  static String driverDirectory(Path directory) {
    byte[] path = directory.toAbsolutePath().normalize().toString().getBytes(UTF_8);
    String name = "ratel-" + Long.toHexString(XxHash64.hash(path, 0));
    Path parent =
        Files.isWritable(SHARED_MEMORY)
            ? SHARED_MEMORY
            : Path.of(System.getProperty("java.io.tmpdir"));
    return parent.resolve(name).toString();
  }

  /**
   * A process that was killed leaves files that say it is alive, and the engines wait ten seconds
   * for them to grow old. The caller holds the directory, so nobody is alive: they may be aged at
   * once.
   */
  static void clearMarks(LogConfig config) {
    Path archive = config.archiveDirectory();
    if (Files.exists(archive.resolve(ArchiveMarkFile.FILENAME))) {
      try (ArchiveMarkFile mark =
          new ArchiveMarkFile(
              archive.toFile(),
              ArchiveMarkFile.FILENAME,
              SystemEpochClock.INSTANCE,
              1_000,
              s -> {})) {
        mark.updateActivityTimestamp(LONG_AGO_MS);
        mark.force();
      }
    }
    Path cluster = config.clusterDirectory();
    if (!Files.isDirectory(cluster)) {
      return;
    }
    try (DirectoryStream<Path> marks = Files.newDirectoryStream(cluster, "cluster-mark*.dat")) {
      for (Path file : marks) {
        try (ClusterMarkFile mark =
            new ClusterMarkFile(
                cluster.toFile(),
                String.valueOf(file.getFileName()),
                SystemEpochClock.INSTANCE,
                1_000,
                s -> {})) {
          mark.updateActivityTimestamp(LONG_AGO_MS);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes sure that the log was written by a program that makes the same events of it: a reader's
   * place in the recording is a number of events, so other events would shift it.
   *
   * @throws LogException when it was not
   */
  static void requireSameWire(LogConfig config) {
    Path marker = config.directory().resolve("wire-version");
    String wanted = String.valueOf(PlaceOrderEncoder.SCHEMA_VERSION);
    try {
      if (!Files.exists(config.archiveDirectory().resolve("archive.catalog"))) {
        Files.createDirectories(config.directory());
        Files.writeString(marker, wanted);
        return;
      }
      String found = Files.exists(marker) ? Files.readString(marker).strip() : "2 or older";
      if (!found.equals(wanted)) {
        throw new LogException(
            ("the log in %s was written with wire version %s, this program writes %s: start with an"
                    + " empty data directory, or with the program that wrote it")
                .formatted(config.directory(), found, wanted));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks the recordings' ends, and cuts off what was being written when the process died.
   *
   * @throws LogException when the archive is damaged beyond that
   */
  static void verify(LogConfig config) {
    Path archive = config.archiveDirectory();
    if (!Files.exists(archive.resolve("archive.catalog"))) {
      return;
    }
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    boolean sound =
        ArchiveTool.verify(
            new PrintStream(report, true, UTF_8),
            archive.toFile(),
            EnumSet.noneOf(ArchiveTool.VerifyOption.class),
            "org.agrona.checksum.Crc32c",
            file -> true);
    if (!sound) {
      throw new LogException("the log in " + archive + " is damaged:\n" + report.toString(UTF_8));
    }
  }

  /** Five UDP ports: from {@code base} on, or any that are free now when it is 0. */
  static int[] ports(int base) {
    int[] ports = new int[PORTS];
    List<DatagramSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < PORTS; i++) {
        if (base > 0) {
          ports[i] = base + i;
          continue;
        }
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
        sockets.add(socket);
        ports[i] = socket.getLocalPort();
      }
      return ports;
    } catch (IOException e) {
      throw new LogException("no UDP port is free: " + e.getMessage(), e);
    } finally {
      sockets.forEach(DatagramSocket::close);
    }
  }
}

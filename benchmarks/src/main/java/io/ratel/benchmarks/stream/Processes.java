package io.ratel.benchmarks.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** What is asked of the operating system about a process. */
final class Processes {
  private static final long PATIENCE_S = 60;

  private Processes() {}

  /**
   * Runs a tool on a process until it has ended.
   *
   * @throws IOException when it fails or takes a minute
   */
  static void run(String tool, long pid, String argument) throws IOException {
    Process process =
        new ProcessBuilder(tool, Long.toString(pid), argument)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectErrorStream(true)
            .start();
    try {
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(tool + " " + argument + " did not do its work");
      }
    } catch (InterruptedException e) {
      throw new CancellationException("interrupted");
    } finally {
      process.destroy();
    }
  }

  /** Memory that is in the machine now, shared pages included. */
  static long residentBytes(long pid) throws IOException {
    return 1_024 * number(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:");
  }

  /** How many files and sockets a process may have open. */
  static int openFilesMax() throws IOException {
    return (int) number(Path.of("/proc/self/limits"), "Max open files");
  }

  private static long number(Path file, String name) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.substring(name.length()).strip().split("\\s+")[0]);
      }
    }
    throw new IOException(file + " has no line '" + name + "'");
  }
}

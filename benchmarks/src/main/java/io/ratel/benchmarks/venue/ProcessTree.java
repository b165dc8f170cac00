package io.ratel.benchmarks.venue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process, one that it started and let go, and the children of both, as Linux accounts for them.
 */
public record ProcessTree(ProcessHandle root, Optional<ProcessHandle> apart) {
  private static final Path PROC = Path.of("/proc");

  /** The kernel reports processor time in hundredths of a second, whatever its own clock. */
  private static final long NANOS_PER_TICK = 10_000_000;

  /** Fields of {@code stat} after the name: user, system, and the same of children that ended. */
  private static final List<Integer> TIMES = List.of(11, 12, 13, 14);

  /** Whether this system accounts for processes as is read here. */
  public static boolean isReadable() {
    return Files.isReadable(PROC.resolve("self/smaps_rollup"));
  }

  /**
   * Memory in bytes, a page that several processes share counted in parts (PSS).
   *
   * @throws IOException when a process ends while it is looked at
   */
  public long memory() throws IOException {
    long kilobytes = 0;
    for (long pid : pids()) {
      for (String line : Files.readAllLines(file(pid, "smaps_rollup"))) {
        if (line.startsWith("Pss:")) {
          kilobytes += Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    }
    return kilobytes * 1_024;
  }

  /**
   * Processor time so far in nanoseconds, children that have ended included, so that a difference
   * of two is what was used in between.
   */
  public long processorNs() throws IOException {
    long ticks = 0;
    for (long pid : pids()) {
      try {
        String stat = Files.readString(file(pid, "stat"));
        // The name is in brackets and may hold spaces.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        for (int time : TIMES) {
          ticks += Long.parseLong(fields[time]);
        }
      } catch (NoSuchFileException e) {
        continue; // ended since it was listed: its parent has its time
      }
    }
    return ticks * NANOS_PER_TICK;
  }

  private static Path file(long pid, String name) {
    return PROC.resolve(Long.toString(pid)).resolve(name);
  }

  private List<Long> pids() {
    return Stream.concat(Stream.of(root), apart.stream())
        .flatMap(top -> Stream.concat(Stream.of(top), top.descendants()))
        .map(ProcessHandle::pid)
        .distinct()
        .toList();
  }
}

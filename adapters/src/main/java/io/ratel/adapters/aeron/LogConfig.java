package io.ratel.adapters.aeron;

import io.ratel.adapters.aeron.thread.EngineThreads;
import java.nio.file.Path;

/**
 * Where and how a member keeps the log.
 *
 * @param directory of the log, its snapshots and the recorded events
 * @param host name or address by which other members reach this one
 * @param portBase first of five UDP ports, 0 for any that are free
 * @param fsync whether an acknowledgement means on disk
 * @param idle how agents wait for work
 * @param snapshotEveryCommands commands between two snapshots
 * @param threads of the engine
 */
public record LogConfig(
    Path directory,
    String host,
    int portBase,
    boolean fsync,
    Idle idle,
    long snapshotEveryCommands,
    EngineThreads threads) {
  /**
   * How agents wait: sleep until woken, keep the processor but let others have it, or keep it. The
   * last is for processors that nobody else uses.
   */
  public enum Idle {
    WAKE,
    YIELD,
    SPIN
  }

  public LogConfig {
    if (host.isBlank()) {
      throw new IllegalArgumentException("log.host must not be empty");
    }
    if (portBase < 0 || portBase > 65_530) {
      throw new IllegalArgumentException("log.portBase must be 0 to 65530, was " + portBase);
    }
    if (snapshotEveryCommands < 1_000) {
      throw new IllegalArgumentException(
          "log.snapshotEveryCommands must be at least 1000, was " + snapshotEveryCommands);
    }
  }

  /** The defaults of a laptop. */
  public static LogConfig laptop(Path directory) {
    return new LogConfig(directory, "127.0.0.1", 0, true, Idle.WAKE, 500_000, EngineThreads.FREE);
  }

  /** The same with another way to wait and other threads. */
  public LogConfig with(Idle otherIdle, EngineThreads otherThreads) {
    return new LogConfig(
        directory, host, portBase, fsync, otherIdle, snapshotEveryCommands, otherThreads);
  }

  Path archiveDirectory() {
    return directory.resolve("archive");
  }

  Path clusterDirectory() {
    return directory.resolve("cluster");
  }

  int syncLevel() {
    return fsync ? 1 : 0;
  }
}

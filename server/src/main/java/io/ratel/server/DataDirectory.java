package io.ratel.server;

import io.ratel.server.cli.ExitCode;
import io.ratel.server.cli.StartException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that holds everything a laptop's venue knows, held by one process at a time: a lock on
 * the file {@code lock}, which the operating system gives back when the process dies.
 */
public final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * @throws StartException when the folder cannot be used, or another process holds it
   */
  public static DataDirectory hold(Path path) {
    FileChannel channel;
    try {
      Files.createDirectories(path);
      channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new StartException(
          ExitCode.DATA_UNUSABLE,
          "the data directory "
              + path
              + " cannot be used ("
              + e.getClass().getSimpleName().replace("Exception", "")
              + "): it must be a folder this user can write to; choose another with --data DIR");
    }
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new DataDirectory(path.toAbsolutePath().normalize(), channel);
      }
    } catch (OverlappingFileLockException e) {
      // held by this very process: the same answer
    } catch (IOException e) {
      throw new StartException(
          ExitCode.DATA_UNUSABLE,
          "the data directory " + path + " cannot be locked: " + e.getMessage());
    }
    closeQuietly(channel);
    throw new StartException(
        ExitCode.DATA_HELD,
        "another Ratel holds the data directory "
            + path
            + ": stop it, or choose another with --data DIR");
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public Path path() {
    return path;
  }

  /** A folder or file of this directory. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }
}

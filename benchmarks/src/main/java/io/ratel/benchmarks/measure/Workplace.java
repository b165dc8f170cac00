package io.ratel.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where measurements work: the built platform, the flags that the launcher starts it with, and a
 * folder on the disk of the build, since a folder for temporary files may be memory. Closing it
 * stops what was left running and deletes the folder; a second time does nothing. Safe for threads.
 */
public final class Workplace implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workplace.class);

  private final Path root;
  private final List<String> jvmFlags;
  private final List<String> aotFlags;
  private final Path scratch;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private int folders;

  /**
   * @param root of the repository
   * @param jvmFlags of every start
   * @param aotFlags of a start with its classes from the cache; empty when there is no cache
   */
  public Workplace(Path root, List<String> jvmFlags, List<String> aotFlags) throws IOException {
    this.root = root;
    this.jvmFlags = List.copyOf(jvmFlags);
    this.aotFlags = List.copyOf(aotFlags);
    Path target = Files.createDirectories(root.resolve("benchmarks/target"));
    scratch = Files.createTempDirectory(target, "bench-");
  }

  /** The workplace that the launcher describes by system properties. */
  public static Workplace ofLauncher() throws IOException {
    String root = System.getProperty("ratel.root");
    if (root == null) {
      throw new IOException("ratel.root is not set: start benchmarks with ./ratel bench");
    }
    return new Workplace(Path.of(root), lines("ratel.jvm.flags"), lines("ratel.aot.flags"));
  }

  private static List<String> lines(String property) {
    return System.getProperty(property, "").lines().filter(line -> !line.isEmpty()).toList();
  }

  public Path root() {
    return root;
  }

  public List<String> jvmFlags() {
    return jvmFlags;
  }

  public List<String> aotFlags() {
    return aotFlags;
  }

  /** An empty folder. */
  public synchronized Path folder(String name) throws IOException {
    return Files.createDirectories(scratch.resolve(name + "-" + ++folders));
  }

  /** Deletes a folder, so that the disk holds one measurement at a time; stops servers in it. */
  public void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
            PostgresProcess.stop(visited);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
            if (fault instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE; // a server on its way out deleted it first
            }
            throw fault;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Has something closed with the workplace, unless {@link #ended} says it is over. */
  public synchronized void began(AutoCloseable part) {
    running.push(part);
  }

  public synchronized void ended(AutoCloseable part) {
    running.remove(part);
  }

  private synchronized List<AutoCloseable> takeRunning() {
    List<AutoCloseable> left = List.copyOf(running);
    running.clear();
    return left;
  }

  @Override
  public void close() {
    for (AutoCloseable part : takeRunning()) {
      try {
        part.close();
      } catch (Exception e) {
        LOG.atWarn().setCause(e).log("{} did not end cleanly", part);
      }
    }
    try {
      if (Files.exists(scratch)) {
        delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + scratch + " was not deleted", e);
    }
  }
}

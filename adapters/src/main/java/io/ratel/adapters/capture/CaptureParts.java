package io.ratel.adapters.capture;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One recording in parts of bounded size, of which the newest so many are kept. Each part says in
 * its first line what it is, because the one in which the connection began may be gone. One thread
 * at a time.
 */
final class CaptureParts {
  static final long SECOND_NS = 1_000_000_000L;

  /**
   * @param chars of a part before the next one begins
   * @param parts kept
   */
  record Bounds(long chars, int parts) {
    /** At most a gigabyte of each recording. */
    static final Bounds USUAL = new Bounds(64L << 20, 16);
  }

  private final Path folder;
  private final String name;
  private final String firstLine;
  private final Bounds bounds;
  private @Nullable BufferedWriter part;
  private int number;
  private long written;

  /**
   * @param name of the files, but for the number of the part
   */
  CaptureParts(Path folder, String name, String format, String url, Bounds bounds) {
    this.folder = folder;
    this.name = name;
    this.firstLine =
        "%s{\"format\":\"%s\",\"url\":\"%s\"}".formatted(CaptureLine.SETTINGS, format, url);
    this.bounds = bounds;
  }

  /** Seconds since 1970 with nine decimals. */
  static String seconds(long epochNs) {
    return "%d.%09d".formatted(epochNs / SECOND_NS, epochNs % SECOND_NS);
  }

  void write(String line) throws IOException {
    BufferedWriter to = part;
    if (to != null && written + line.length() > bounds.chars()) {
      to.close();
      to = null;
      number++;
      Files.deleteIfExists(file(number - bounds.parts()));
    }
    if (to == null) {
      to = Files.newBufferedWriter(file(number), StandardOpenOption.CREATE_NEW);
      part = to;
      written = 0;
      put(to, firstLine);
    }
    put(to, line);
  }

  private void put(BufferedWriter to, String line) throws IOException {
    to.write(line);
    to.write('\n');
    written += line.length() + 1;
  }

  private Path file(int of) {
    return folder.resolve(name + "." + of);
  }

  void flush() throws IOException {
    if (part != null) {
      part.flush();
    }
  }

  void close() throws IOException {
    if (part != null) {
      part.close();
      part = null;
    }
  }
}

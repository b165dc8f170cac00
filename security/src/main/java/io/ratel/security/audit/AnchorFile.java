package io.ratel.security.audit;

import io.ratel.security.file.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps the newest link that this node has written, in a file beside the database: who cuts the end
 * of the log must know of it too. Safe for any thread of one process.
 */
public final class AnchorFile {
  private final Path file;
  private long newest;

  /**
   * @throws UncheckedIOException when it cannot be read, or is none
   */
  public AnchorFile(Path file) {
    this.file = file;
    this.newest = read().map(Link::number).orElse(0L);
  }

  /**
   * @throws UncheckedIOException when it cannot be read, or is none
   */
  public Optional<Link> read() {
    try {
      return Files.exists(file)
          ? Optional.of(Link.parse(PrivateFile.read(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), new IOException(e));
    }
  }

  /** Keeps a link, unless a later one is kept already. */
  public synchronized void advance(Link link) {
    if (link.number() <= newest) {
      return;
    }
    try {
      PrivateFile.write(file, link + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    newest = link.number();
  }
}

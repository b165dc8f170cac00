package io.ratel.security.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Small texts of mode 0600, replaced as a whole. On a file system without modes none is set. */
public final class PrivateFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** No key file of ours comes near. */
  private static final int MAX_BYTES = 1 << 20;

  private PrivateFile() {}

  /**
   * @throws IOException when the file cannot be read, is over a megabyte, or others may read it
   */
  public static String read(Path file) throws IOException {
    requirePrivate(file);
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + " must be at most " + MAX_BYTES + " bytes");
    }
    return Files.readString(file);
  }

  /**
   * Refuses a file that anybody but its owner may read or write.
   *
   * @throws IOException which names the mode
   */
  public static void requirePrivate(Path file) throws IOException {
    if (!posix(file)) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (!OWNER_ONLY.containsAll(permissions)) {
      throw new IOException(
          file
              + " must be readable by its owner alone (rw-------, chmod 600), is "
              + PosixFilePermissions.toString(permissions));
    }
  }

  /** Writes the text in place of what was there, if anything; on disk when it returns. */
  public static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " is not a file name");
    }
    Files.createDirectories(folder);
    FileAttribute<?>[] attributes =
        posix(folder)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    Path draft = Files.createTempFile(folder, "private", ".draft", attributes);
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static boolean posix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }
}

package io.ratel.security.secret;

import io.ratel.security.file.PrivateFile;
import io.ratel.security.secret.SecretException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Master keys in a file of mode 0600, one {@code VERSION:BASE64} a line. Back it up apart from the
 * database: without it no secret opens. Safe for any thread of the one process that writes it.
 */
public final class KeyFile implements KeyService {
  private final Path file;
  private final SecureRandom random;
  private volatile Keys keys;

  private KeyFile(Path file, SecureRandom random, Keys keys) {
    this.file = file;
    this.random = random;
    this.keys = keys;
  }

  /**
   * Reads the file, or makes one with a first key.
   *
   * @throws SecretException when it cannot be used; the message says why
   */
  public static KeyFile loadOrCreate(Path file, SecureRandom random) {
    try {
      if (!Files.exists(file)) {
        KeyFile fresh = new KeyFile(file, random, new Keys(java.util.Map.of()));
        fresh.rotate();
        return fresh;
      }
      Keys keys =
          Keys.parse(
              PrivateFile.read(file).lines().filter(line -> !line.isBlank()).toList(),
              file.toString());
      keys.current();
      return new KeyFile(file, random, keys);
    } catch (IOException e) {
      throw new SecretException(Reason.BAD_KEY, String.valueOf(e.getMessage()));
    }
  }

  /** Adds a fresh key, which seals from now on; older ones still open. */
  public synchronized MasterKey rotate() {
    byte[] bytes = new byte[MasterKey.BYTES];
    random.nextBytes(bytes);
    MasterKey key = MasterKey.of(keys.nextVersion(), bytes);
    Arrays.fill(bytes, (byte) 0);
    write(keys.and(key));
    return key;
  }

  /**
   * Drops all keys but the current one: what they sealed and was not sealed anew is lost.
   *
   * @return how many were dropped
   */
  public synchronized int retireOlder() {
    int before = keys.size();
    write(keys.onlyCurrent());
    return before - keys.size();
  }

  private void write(Keys next) {
    try {
      PrivateFile.write(file, next.write());
    } catch (IOException e) {
      throw new SecretException(
          Reason.BAD_KEY, file + " cannot be written: " + String.valueOf(e.getMessage()));
    }
    keys = next;
  }

  @Override
  public MasterKey current() {
    return keys.current();
  }

  @Override
  public MasterKey version(int version) {
    return keys.version(version);
  }
}

package io.ratel.security.secret;

import io.ratel.security.secret.SecretException.Reason;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that seals secrets.
 *
 * @param version positive; a later key has a greater one, and none is ever used again
 * @param key of AES-256
 */
public record MasterKey(int version, SecretKey key) {
  static final int BYTES = 32;

  /** Takes a copy of the bytes. */
  public static MasterKey of(int version, byte[] bytes) {
    if (version < 1) {
      throw new SecretException(
          Reason.BAD_KEY, "a master key's version must be at least 1, was " + version);
    }
    if (bytes.length != BYTES) {
      throw new SecretException(
          Reason.BAD_KEY,
          "master key " + version + " must have 32 bytes (AES-256), has " + bytes.length);
    }
    return new MasterKey(version, new SecretKeySpec(bytes, "AES"));
  }

  /** Names the key and shows none of it. */
  @Override
  public String toString() {
    return "MasterKey[" + version + "]";
  }
}

package io.ratel.security.secret;

import io.ratel.security.secret.SecretException.Reason;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with nonces of 96 random bits and tags of 128 bits, and no others.
 * Safe for any thread.
 */
final class SecretCipher {
  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;

  private final SecureRandom random;

  SecretCipher(SecureRandom random) {
    this.random = random;
  }

  SealedSecret seal(Place place, long version, MasterKey key, byte[] value) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce);
      cipher.updateAAD(place.bindingTo(version, key.version()));
      return new SealedSecret(place, version, key.version(), nonce, cipher.doFinal(value));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot seal with AES-256-GCM", e);
    }
  }

  /**
   * @param version that the secret must have, whatever the row says
   * @throws SecretException when it was not sealed for this place and version by this key
   */
  byte[] open(Place place, long version, MasterKey key, SealedSecret row) {
    if (row.nonce().length != NONCE_BYTES) {
      throw notAuthentic(place, "its nonce must have 12 bytes, has " + row.nonce().length);
    }
    if (row.ciphertext().length < TAG_BYTES) {
      throw notAuthentic(place, "its tag must have 16 bytes");
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, row.nonce());
      cipher.updateAAD(place.bindingTo(version, key.version()));
      return cipher.doFinal(row.ciphertext());
    } catch (AEADBadTagException e) {
      throw notAuthentic(place, "it was not sealed for this place and version, or it is damaged");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot open AES-256-GCM", e);
    }
  }

  static Cipher cipher(int mode, MasterKey key, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    return cipher;
  }

  private static SecretException notAuthentic(Place place, String why) {
    return new SecretException(
        Reason.NOT_AUTHENTIC, "the secret " + place + " does not open: " + why);
  }
}

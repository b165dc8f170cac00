package io.ratel.security.secret;

import io.ratel.security.secret.SecretException.Reason;
import io.ratel.security.secret.SecretStore.Found;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Keeps and opens secrets. Safe for any thread; calls may block. */
public final class Secrets {
  /** The longest value: a private key or a service's credentials, not a document. */
  public static final int MAX_BYTES = 65_536;

  /**
   * After so many sealings a key must be replaced: with 96-bit random nonces the chance that two
   * are the same is then below 2^-40 (SP 800-38D section 8.3 allows 2^32 and a chance of 2^-32).
   */
  public static final long MAX_SEALINGS = 1L << 28;

  private static final int PAGE = 500;

  private final SecretStore store;
  private final KeyService keys;
  private final SecretCipher cipher;
  private final long maxSealings;

  public Secrets(SecretStore store, KeyService keys, SecureRandom random) {
    this(store, keys, random, MAX_SEALINGS);
  }

  Secrets(SecretStore store, KeyService keys, SecureRandom random, long maxSealings) {
    this.store = store;
    this.keys = keys;
    this.cipher = new SecretCipher(random);
    this.maxSealings = maxSealings;
  }

  /**
   * Keeps a value in place of the one before.
   *
   * @param value is left as it is: its owner wipes it
   * @return its version
   * @throws SecretException when the key is worn, or somebody else wrote meanwhile
   */
  public long put(Place place, byte[] value) {
    if (value.length == 0 || value.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "the value of " + place + " must have 1 to 65536 bytes, has " + value.length);
    }
    long version = Math.addExact(store.newest(place), 1);
    if (!store.put(cipher.seal(place, version, sealingKey(), value))) {
      throw new SecretException(
          Reason.CONFLICT, "the secret " + place + " was written by somebody else: try again");
    }
    return version;
  }

  private MasterKey sealingKey() {
    MasterKey key = keys.current();
    if (store.countSealing(key.version()) > maxSealings) {
      throw new SecretException(
          Reason.KEY_WORN,
          "master key "
              + key.version()
              + " has sealed "
              + maxSealings
              + " secrets, which is all that one key may: ratel secrets rotate");
    }
    return key;
  }

  /**
   * Opens the newest value.
   *
   * @throws SecretException when there is none, or what is there is not what was kept
   */
  public OpenedSecret open(Place place) {
    Found found =
        store
            .find(place)
            .orElseThrow(() -> new SecretException(Reason.UNKNOWN, "there is no secret " + place));
    return new OpenedSecret(open(place, found));
  }

  private byte[] open(Place place, Found found) {
    SealedSecret row = found.row();
    if (row.version() != found.newest()) {
      throw new SecretException(
          Reason.NOT_AUTHENTIC,
          "the secret "
              + place
              + " does not open: its newest version is "
              + found.newest()
              + ", the row is version "
              + row.version());
    }
    return cipher.open(place, found.newest(), keys.version(row.keyVersion()), row);
  }

  /** Takes a secret away, where there is one. */
  public void delete(Place place) {
    store.delete(place);
  }

  /** Secrets without their values, in the order of owner and name. */
  public List<SealedSecret> list(Optional<Place> after, int limit) {
    return store.list(after, limit);
  }

  /**
   * Seals every secret that is not under the current key anew; the values stay as they are. One
   * that somebody writes meanwhile is under the current key already.
   *
   * @return how many were sealed anew
   * @throws SecretException when one does not open, before older keys may be retired
   */
  public int rewrap() {
    int current = keys.current().version();
    int rewrapped = 0;
    Optional<Place> after = Optional.empty();
    for (List<SealedSecret> page = store.list(after, PAGE);
        !page.isEmpty();
        page = store.list(after, PAGE)) {
      for (SealedSecret row : page) {
        if (row.keyVersion() != current && rewrap(row.place())) {
          rewrapped++;
        }
      }
      after = Optional.of(page.getLast().place());
    }
    return rewrapped;
  }

  private boolean rewrap(Place place) {
    Optional<Found> found = store.find(place);
    if (found.isEmpty()) {
      return false;
    }
    SealedSecret row = found.get().row();
    byte[] value = open(place, found.get());
    try {
      SealedSecret anew = cipher.seal(place, row.version(), sealingKey(), value);
      return store.rewrap(anew, row.keyVersion());
    } finally {
      Arrays.fill(value, (byte) 0);
    }
  }
}

package io.ratel.security.passkey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The system of record for passkeys. They end with their user. Safe for any thread; calls may
 * block.
 */
public interface Passkeys {
  /** A user has at most so many. */
  int MAX_PASSKEYS = 20;

  record Stored(Passkey passkey, Credential credential) {}

  /** By what devices know a user: random bytes that say nothing of it. */
  byte[] handle(long userId);

  /**
   * @return empty when the credential is known already or the user has {@link #MAX_PASSKEYS}
   */
  Optional<Passkey> add(long userId, String name, Credential credential, Instant now);

  Optional<Stored> find(byte[] credentialId);

  /** A user's, the newest first. */
  List<Stored> of(long userId);

  /**
   * Notes a use.
   *
   * @return false when the counter does not go on from what is kept, unless both are zero
   */
  boolean used(long id, long signCount, boolean backedUp, Instant now);

  /** False when the user has no such passkey. */
  boolean rename(long userId, long id, String name);

  /** False when the user has no such passkey. */
  boolean delete(long userId, long id);
}

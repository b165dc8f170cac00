package io.ratel.security.factor;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Questions that are open, kept where a restart and every node see them. Safe for any thread; calls
 * may block.
 */
public interface Challenges {
  /** Nobody needs longer to answer. */
  Duration LIFETIME = Duration.ofMinutes(5);

  /** So many of one kind may be open at once. */
  int MAX_OPEN = 100_000;

  /** What is asked; kept by name. */
  enum Kind {
    /** The second factor of a sign-in. */
    SECOND_FACTOR,
    /** A passkey that is to be made. */
    NEW_PASSKEY,
    /** A passkey that is to be shown. */
    PASSKEY,
    /** A sign-in at another's door. */
    EXTERNAL,
    /** A session that a page has to fetch. */
    HANDOVER
  }

  /**
   * @param userId 0 for nobody yet
   * @param detail what the answer needs, at most 1,024 characters
   */
  record Challenge(Kind kind, long userId, String detail) {}

  /**
   * Opens one until {@code expiresAt}.
   *
   * @param id as {@link #id} makes them
   * @return false when too many are open
   */
  boolean open(String id, Challenge challenge, Instant expiresAt);

  /** One that is open and stays so. */
  Optional<Challenge> find(String id, Kind kind, Instant now);

  /** Closes one; empty when it is not open, or not any more. Of two who take it one gets it. */
  Optional<Challenge> take(String id, Kind kind, Instant now);

  /**
   * A name that nobody guesses, 43 characters of base64url.
   *
   * @param random as {@link SecureRandom}
   */
  static String id(RandomGenerator random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

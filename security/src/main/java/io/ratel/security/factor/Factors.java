package io.ratel.security.factor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The system of record for authenticators and recovery codes; the secrets themselves are kept
 * sealed elsewhere. They end with their user. Safe for any thread; calls may block.
 */
public interface Factors {
  /** After so many wrong codes in a row no more are looked at for a while. */
  int MAX_FAILURES = 5;

  /** For so long the first time, twice as long each further time. */
  Duration LOCK = Duration.ofMinutes(15);

  Duration MAX_LOCK = Duration.ofHours(24);

  /**
   * A user's authenticator.
   *
   * @param confirmedAt when its first code was right; empty while it is being set up
   * @param lastStep the newest step whose code was used
   */
  record Authenticator(Optional<Instant> confirmedAt, long lastStep) {}

  Optional<Authenticator> authenticator(long userId);

  /** Starts to set one up; false when there is a confirmed one. */
  boolean begin(long userId);

  /**
   * Counts an attempt before it is looked at, so that attempts at once count too.
   *
   * @return false when it must not be looked at: there were too many wrong ones
   */
  boolean attempt(long userId, Instant now);

  /** Uses a step up and forgets wrong attempts; false when it or a later one was used before. */
  boolean useStep(long userId, long step);

  /** From now on it is asked for; what there was of recovery codes is replaced. */
  void confirm(long userId, Instant now, List<byte[]> recoveryHashes);

  /** Uses a recovery code up and forgets wrong attempts; false when there is no such code. */
  boolean useRecovery(long userId, byte[] hash);

  void replaceRecovery(long userId, List<byte[]> hashes);

  int recoveryLeft(long userId);

  /** Takes away the authenticator with its recovery codes; false when there is none. */
  boolean remove(long userId);

  /** How long a lock lasts after so many wrong codes in a row. */
  static Duration lock(int failures) {
    if (failures < MAX_FAILURES) {
      return Duration.ZERO;
    }
    Duration lock = LOCK.multipliedBy(1L << Math.min(failures - MAX_FAILURES, 16));
    return lock.compareTo(MAX_LOCK) < 0 ? lock : MAX_LOCK;
  }
}

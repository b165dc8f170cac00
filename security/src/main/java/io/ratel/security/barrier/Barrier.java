package io.ratel.security.barrier;

import java.time.Instant;

/**
 * Tokens of a subject that were minted at this instant or before are void.
 *
 * @param subject the number of a user, the name of a session, a network
 */
public record Barrier(Kind kind, String subject, Instant at) {
  /** Whose tokens are meant. */
  public enum Kind {
    /** Every token of a user. */
    USER,
    /** A user's inner tokens: the outer ones buy new ones, which know what has changed. */
    ACCESS,
    /** Every token of a session. */
    SESSION,
    /** The inner tokens of a session. */
    INNER,
    /** Every token that was minted for a network. */
    IP
  }

  private static final int MAX_SUBJECT = 64;

  public Barrier {
    if (subject.isEmpty() || subject.length() > MAX_SUBJECT) {
      throw new IllegalArgumentException(
          "subject must have 1 to " + MAX_SUBJECT + " characters, was '" + subject + "'");
    }
  }
}

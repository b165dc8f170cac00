package io.ratel.security.external;

import java.util.Optional;

/**
 * An account elsewhere, whose owner is there.
 *
 * @param issuer who vouches for it
 * @param subject what alone names it there, for ever
 * @param email that the issuer has verified; names nobody here
 * @param name what it is called, at most {@link #MAX_NAME} characters; may be empty
 */
public record ExternalAccount(String issuer, String subject, Optional<String> email, String name) {
  private static final int MAX_NAME = 80;
  private static final int MAX_SUBJECT = 255;

  public ExternalAccount {
    if (subject.isEmpty() || subject.length() > MAX_SUBJECT) {
      throw new IllegalArgumentException(
          "subject must have 1 to " + MAX_SUBJECT + " characters, has " + subject.length());
    }
    name = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
  }
}

package io.ratel.security.identity;

import java.util.Optional;

/**
 * A person or a service.
 *
 * @param id positive, never given to another
 * @param email in the form of {@link Users#canonical}; empty for a service, and for who signs in by
 *     a means that tells none
 * @param name what the user is called where there is no address; may be empty
 */
public record User(
    long id,
    Optional<String> email,
    String name,
    Role role,
    UserKind kind,
    UserState state,
    License license) {
  public static final int MAX_NAME = 80;

  /** A person with an address, as new ones are. */
  public User(long id, String email, Role role) {
    this(id, Optional.of(email), "", role, UserKind.PERSON, UserState.ACTIVE, License.FREE);
  }

  public boolean isActive() {
    return state == UserState.ACTIVE;
  }

  /** What to call the user in a list or on a device. */
  public String label() {
    return email.orElse(name.isEmpty() ? "user " + id : name);
  }
}

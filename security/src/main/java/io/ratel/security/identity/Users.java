package io.ratel.security.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The system of record for users and whose accounts are whose. Safe for any thread; calls may
 * block.
 */
public interface Users {
  /**
   * A user with what proves it.
   *
   * @param passwordHash as {@link Passwords#hash} made it
   */
  record Credentials(User user, String passwordHash) {
    /** Leaves the hash out. */
    @Override
    public String toString() {
      return "Credentials[" + user + "]";
    }
  }

  /** Addresses are compared without surrounding space and in lower case. */
  static String canonical(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * @param email in canonical form
   */
  Optional<Credentials> findByEmail(String email);

  Optional<User> findById(long userId);

  /**
   * @param email in canonical form
   * @throws IllegalArgumentException when the address is taken
   */
  User create(String email, Role role, String passwordHash);

  /** Gives an account to a user; again is harmless. */
  void addAccount(long userId, long accountId);

  /** The user's accounts, the first one first; empty for a user that does not exist. */
  List<Long> accountIds(long userId);
}

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
   * @param passwordHash as {@link Passwords#hash} made it; empty for who has no password
   */
  record Credentials(User user, Optional<String> passwordHash) {
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

  Optional<Credentials> credentials(long userId);

  default Optional<User> findById(long userId) {
    return credentials(userId).map(Credentials::user);
  }

  /**
   * @param email in canonical form
   * @throws IllegalArgumentException when the address is taken
   */
  User create(String email, Role role, String passwordHash);

  /**
   * Gives a user another password; false when there is no such user.
   *
   * @param passwordHash as {@link Passwords#hash} made it
   */
  boolean setPassword(long userId, String passwordHash);

  /**
   * An account as its user calls it.
   *
   * @param name at most {@link #MAX_ACCOUNT_NAME} characters
   */
  record Account(long id, String name) {
    public Account {
      if (name.isBlank() || name.length() > MAX_ACCOUNT_NAME) {
        throw new IllegalArgumentException(
            "name must have 1 to " + MAX_ACCOUNT_NAME + " characters, was '" + name + "'");
      }
    }
  }

  int MAX_ACCOUNT_NAME = 40;

  /** Gives an account to a user; again changes its name at most. */
  void addAccount(long userId, Account account);

  /** The user's accounts, the first one first; empty for a user that does not exist. */
  List<Account> accounts(long userId);

  /** The numbers of {@link #accounts}, in the same order. */
  default List<Long> accountIds(long userId) {
    return accounts(userId).stream().map(Account::id).toList();
  }
}

package io.ratel.server;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.security.identity.Passwords;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.Users;
import io.ratel.server.config.Config.Operator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Users that exist before anyone has signed in, each with an account at the exchange. */
public final class FirstUser {
  private static final String OPERATOR_EMAIL = "operator@ratel.local";

  private final OrderEntry entry;
  private final Users users;
  private final Passwords passwords;

  public FirstUser(OrderEntry entry, Users users, Passwords passwords) {
    this.entry = entry;
    this.users = users;
    this.passwords = passwords;
  }

  /** Finds or makes a user and its account; the account's id. */
  public long ensure(String email, Role role, String password) {
    String address = Users.canonical(email);
    User user =
        users
            .findByEmail(address)
            .map(Users.Credentials::user)
            .orElseGet(() -> users.create(address, role, passwords.hash(password)));
    return account(user.id(), "user-" + user.id(), "Main");
  }

  /** Opens a further account of a user that exists; the account's id, the same one again. */
  public long further(String email, String key, String name) {
    User user =
        users
            .findByEmail(Users.canonical(email))
            .map(Users.Credentials::user)
            .orElseThrow(() -> new IllegalArgumentException("there is no user " + email));
    return account(user.id(), "user-" + user.id() + "-" + key, name);
  }

  private long account(long userId, String key, String name) {
    Reply opened = entry.submit(new Command.OpenAccount(key));
    if (opened.refused()) {
      throw new IllegalStateException("no account could be opened: " + opened.reason());
    }
    users.addAccount(userId, new Users.Account(opened.id(), name));
    return opened.id();
  }

  /**
   * Makes the operator: as configured, else with a password that is made up.
   *
   * @return what to tell the person who started the venue, when the password was made up
   */
  public Optional<String> ensureOperator(Optional<Operator> configured) {
    if (configured.isPresent()) {
      ensure(configured.get().email(), Role.OPERATOR, configured.get().password());
      return Optional.empty();
    }
    if (users.findByEmail(OPERATOR_EMAIL).isPresent()) {
      return Optional.empty();
    }
    byte[] random = new byte[15];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    ensure(OPERATOR_EMAIL, Role.OPERATOR, password);
    return Optional.of(
        "First user: " + OPERATOR_EMAIL + " with password " + password + " (shown once)");
  }
}

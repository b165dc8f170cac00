package io.ratel.gateway.identity.user;

import io.ratel.gateway.identity.PasswordCheck;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.UserKind;
import io.ratel.security.identity.UserRegister;
import io.ratel.security.identity.UserRegister.NewUser;
import io.ratel.security.identity.Users;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/** How users come to be: each with a first account at the exchange. Any thread; blocks. */
public final class NewUsers {
  static final String EMAIL = "[^\\s@]{1,64}@[^\\s@]{1,189}";
  static final String EMAIL_RULE = "must be an e-mail address";
  private static final Pattern ADDRESS = Pattern.compile(EMAIL);
  private static final int MIN_PASSWORD = 10;

  private final UserRegister register;
  private final PasswordCheck passwords;
  private final Registration registration;
  private final InstantSource clock;

  public NewUsers(
      UserRegister register,
      PasswordCheck passwords,
      Registration registration,
      InstantSource clock) {
    this.register = register;
    this.passwords = passwords;
    this.registration = registration;
    this.clock = clock;
  }

  /** A person who signs in with a password. */
  User person(String email, String name, Role role, String password) {
    if (!ADDRESS.matcher(email).matches()) {
      throw RefusedException.value(ErrorCode.INVALID_FIELD, "email", email, EMAIL_RULE);
    }
    requireLong(password);
    return create(
        new NewUser(
            Optional.of(Users.canonical(email)),
            name,
            role,
            UserKind.PERSON,
            Optional.of(passwords.hash(password)),
            Optional.empty()));
  }

  /**
   * @throws RefusedException when it is too short
   */
  static void requireLong(String password) {
    if (password.length() < MIN_PASSWORD) {
      throw RefusedException.field(
          ErrorCode.INVALID_FIELD, "password", "must have at least 10 characters");
    }
  }

  /** A program, which has API keys and cannot sign in. */
  User service(String name, Role role) {
    return create(
        new NewUser(
            Optional.empty(), name, role, UserKind.SERVICE, Optional.empty(), Optional.empty()));
  }

  private User create(NewUser wanted) {
    User made =
        register
            .create(wanted, clock.instant())
            .orElseThrow(
                () -> RefusedException.of(ErrorCode.ADDRESS_TAKEN, "a user has this address"));
    registration.opened(made.id());
    return made;
  }
}

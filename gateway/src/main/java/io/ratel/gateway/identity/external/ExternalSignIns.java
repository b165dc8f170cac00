package io.ratel.gateway.identity.external;

import io.ratel.gateway.identity.user.Registration;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.security.external.ExternalAccount;
import io.ratel.security.external.ExternalAccounts;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.UserKind;
import io.ratel.security.identity.UserRegister;
import io.ratel.security.identity.UserRegister.NewUser;
import io.ratel.security.identity.Users;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** Whose account an account elsewhere is here. Safe for any thread; blocks. */
public final class ExternalSignIns {
  private final ExternalAccounts accounts;
  private final Users users;
  private final UserRegister register;
  private final Registration registration;
  private final InstantSource clock;

  public ExternalSignIns(
      ExternalAccounts accounts,
      Users users,
      UserRegister register,
      Registration registration,
      InstantSource clock) {
    this.accounts = accounts;
    this.users = users;
    this.register = register;
    this.registration = registration;
    this.clock = clock;
  }

  /**
   * The user whose it is, found by issuer and subject alone; a new one where everybody may join.
   *
   * @throws RefusedException when it is nobody's, also when somebody has its address: who has that
   *     links it after signing in
   */
  User user(ExternalAccount account) {
    OptionalLong known = accounts.find(account);
    if (known.isPresent()) {
      return users
          .findById(known.getAsLong())
          .orElseThrow(() -> refused("its user does not exist any more"));
    }
    if (!registration.isOpen()) {
      throw refused("it belongs to no user here: sign in another way and link it");
    }
    NewUser wanted =
        new NewUser(
            account.email().map(Users::canonical),
            account.name(),
            Role.TRADER,
            UserKind.PERSON,
            Optional.empty(),
            Optional.of(account));
    User made =
        register
            .create(wanted, clock.instant())
            .orElseThrow(() -> refused("a user has its address: sign in as that user and link it"));
    registration.opened(made.id());
    return made;
  }

  /**
   * @throws RefusedException when it is somebody's, or the user has one there
   */
  void link(long userId, ExternalAccount account) {
    if (!accounts.link(userId, account, clock.instant())) {
      throw refused("it is linked already, or this user has one there");
    }
  }

  private static RefusedException refused(String why) {
    return RefusedException.of(ErrorCode.EXTERNAL_REFUSED, "the account was refused: " + why);
  }
}

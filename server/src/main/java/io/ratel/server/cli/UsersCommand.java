package io.ratel.server.cli;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.PostgresUsers;
import io.ratel.adapters.postgres.access.PostgresBarriers;
import io.ratel.adapters.postgres.identity.PostgresFactors;
import io.ratel.adapters.postgres.identity.PostgresPasskeys;
import io.ratel.adapters.postgres.identity.PostgresSessions;
import io.ratel.adapters.postgres.identity.PostgresUserRegister;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.factor.SecondFactors;
import io.ratel.security.identity.User;
import io.ratel.security.identity.UserRegister.Receipt;
import io.ratel.security.identity.Users;
import io.ratel.security.secret.Secrets;
import io.ratel.server.StoredSecrets;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ratel users}: what an operator does who cannot sign in to do it. */
@Command(
    name = "users",
    description = "Lists users, helps one back in who lost its factors, shows a deletion.",
    footer = {
      "",
      "All else is done at the API and on the page. A venue with its own database must be stopped.",
      "",
      "  ratel users list",
      "  ratel users reset-factors op@example.org    takes second factor and passkeys, signs out",
      "  ratel users receipt 7                       what went when user 7 was deleted"
    })
final class UsersCommand implements Runnable {
  private static final int PAGE = 500;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private PlatformDatabase platform = new PlatformDatabase();

  @Override
  public void run() {
    throw new ParameterException(line(), "users needs one of list, reset-factors, receipt");
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }

  @Command(name = "list", description = "Names all users with role, state and licence.")
  int list() {
    return platform.with(
        tables -> {
          PrintWriter out = line().getOut();
          PostgresUserRegister register = new PostgresUserRegister(tables);
          long after = 0;
          for (List<User> page = register.list(after, PAGE);
              !page.isEmpty();
              page = register.list(after, PAGE)) {
            for (User user : page) {
              out.printf(
                  "%d %s %s%n",
                  user.id(),
                  user.label(),
                  "%s %s %s %s"
                      .formatted(user.kind(), user.role(), user.state(), user.license())
                      .toLowerCase(Locale.ROOT));
            }
            after = page.getLast().id();
          }
          out.flush();
          return ExitCode.STOPPED;
        });
  }

  @Command(
      name = "reset-factors",
      description = "Takes second factor and passkeys from a user who lost them, and signs it out.")
  int resetFactors(@Parameters(paramLabel = "ADDRESS") String address) {
    return platform.with(tables -> reset(tables, Users.canonical(address)));
  }

  private int reset(Database tables, String email) {
    Optional<User> user = new PostgresUsers(tables).findByEmail(email).map(Users.Credentials::user);
    if (user.isEmpty()) {
      throw new StartException(ExitCode.FAILED, "there is no user " + email);
    }
    long id = user.get().id();
    InstantSource clock = InstantSource.system();
    Secrets secrets = StoredSecrets.open(tables, StoredSecrets.keys(platform.data()));
    new SecondFactors(new PostgresFactors(tables), secrets, clock, new SecureRandom()).remove(id);
    PostgresPasskeys passkeys = new PostgresPasskeys(tables);
    passkeys.of(id).forEach(each -> passkeys.delete(id, each.passkey().id()));
    new PostgresSessions(tables).endAll(id);
    new PostgresBarriers(tables)
        .write(
            List.of(
                new Barrier(
                    Barrier.Kind.USER,
                    Long.toString(id),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS))));
    line().getOut().printf("%s signs in with the password alone now.%n", email);
    return ExitCode.STOPPED;
  }

  @Command(name = "receipt", description = "Tells what went when a user was deleted.")
  int receipt(@Parameters(paramLabel = "ID") long id) {
    return platform.with(
        tables -> {
          Receipt receipt =
              new PostgresUserRegister(tables)
                  .receipt(id)
                  .orElseThrow(
                      () -> new StartException(ExitCode.FAILED, "no user " + id + " was deleted"));
          PrintWriter out = line().getOut();
          out.printf("User %d was deleted at %s.%n", id, receipt.deletedAt());
          receipt.removed().forEach((table, rows) -> out.printf("%s %d%n", table, rows));
          out.printf("The ledger keeps the accounts %s.%n", receipt.accountIds());
          out.flush();
          return ExitCode.STOPPED;
        });
  }
}

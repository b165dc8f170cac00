package io.ratel.adapters.postgres.identity;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.identity.License;
import io.ratel.security.identity.User;
import io.ratel.security.identity.UserRegister;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Users in schema {@code platform}, kept by those who run the platform. Any thread. */
public final class PostgresUserRegister implements UserRegister {
  private final DSLContext sql;
  private final UserErasure erasure;

  public PostgresUserRegister(Database database) {
    this.sql = database.sql();
    this.erasure = new UserErasure(sql);
  }

  /** Rolls the user back when the account elsewhere cannot be its own. */
  private static final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public Optional<User> create(NewUser user, Instant now) {
    try {
      return sql.transactionResult(
          configuration -> {
            DSLContext inside = configuration.dsl();
            Optional<User> made =
                inside
                    .fetchOptional(
                        "insert into platform.users (email, name, role, kind, password_hash)"
                            + " values (?, ?, ?, ?, ?) on conflict (email) do nothing returning *",
                        user.email().orElse(null),
                        user.name(),
                        user.role().name(),
                        user.kind().name(),
                        user.passwordHash().orElse(null))
                    .map(UserRows::user);
            if (made.isPresent()
                && user.external().isPresent()
                && !PostgresExternalAccounts.insert(
                    inside, made.get().id(), user.external().get(), now)) {
              throw new Taken();
            }
            return made;
          });
    } catch (Taken e) {
      return Optional.empty();
    }
  }

  @Override
  public List<User> list(long after, int limit) {
    return sql.fetch(
            "select * from platform.users where user_id > ? order by user_id limit ?", after, limit)
        .map(UserRows::user);
  }

  @Override
  public Optional<User> change(long userId, Change change) {
    return sql.fetchOptional(
            "update platform.users set role = coalesce(?, role), state = coalesce(?, state),"
                + " license = coalesce(?, license) where user_id = ? returning *",
            change.role().map(Enum::name).orElse(null),
            change.state().map(Enum::name).orElse(null),
            change.license().map(Enum::name).orElse(null),
            userId)
        .map(UserRows::user);
  }

  /** The tier of a user, for who asks of licences. */
  public License license(long userId) {
    return sql.fetchOptional("select license from platform.users where user_id = ?", userId)
        .map(row -> License.valueOf(row.get("license", String.class)))
        .orElse(License.FREE);
  }

  @Override
  public Optional<Receipt> delete(long userId, Instant now) {
    return erasure.delete(userId, now.atOffset(ZoneOffset.UTC));
  }

  @Override
  public Optional<Receipt> receipt(long userId) {
    return erasure.receipt(userId);
  }
}

package io.ratel.adapters.postgres;

import io.ratel.adapters.postgres.identity.UserRows;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.Users;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Users and their accounts in schema {@code platform}. Safe for any thread. */
public final class PostgresUsers implements Users {
  private final DSLContext sql;

  public PostgresUsers(Database database) {
    this.sql = database.sql();
  }

  @Override
  public Optional<Credentials> findByEmail(String email) {
    return sql.fetchOptional("select * from platform.users where email = ?", email)
        .map(PostgresUsers::credentials);
  }

  @Override
  public Optional<Credentials> credentials(long userId) {
    return sql.fetchOptional("select * from platform.users where user_id = ?", userId)
        .map(PostgresUsers::credentials);
  }

  private static Credentials credentials(Record row) {
    return new Credentials(
        UserRows.user(row), Optional.ofNullable(row.get("password_hash", String.class)));
  }

  /** The message leaves the address out: it may get into a log. */
  @Override
  public User create(String email, Role role, String passwordHash) {
    return sql.fetchOptional(
            "insert into platform.users (email, role, password_hash) values (?, ?, ?)"
                + " on conflict (email) do nothing returning *",
            email,
            role.name(),
            passwordHash)
        .map(UserRows::user)
        .orElseThrow(() -> new IllegalArgumentException("there is a user with this address"));
  }

  @Override
  public boolean setPassword(long userId, String passwordHash) {
    return sql.execute(
            "update platform.users set password_hash = ? where user_id = ?", passwordHash, userId)
        == 1;
  }

  @Override
  public void addAccount(long userId, Account account) {
    sql.execute(
        "insert into platform.user_accounts (user_id, account_id, name) values (?, ?, ?)"
            + " on conflict (user_id, account_id) do update set name = excluded.name",
        userId,
        account.id(),
        account.name());
  }

  @Override
  public List<Account> accounts(long userId) {
    return sql.fetch(
            "select account_id, name from platform.user_accounts where user_id = ?"
                + " order by created_at, account_id",
            userId)
        .map(r -> new Account(r.get("account_id", Long.class), r.get("name", String.class)));
  }
}

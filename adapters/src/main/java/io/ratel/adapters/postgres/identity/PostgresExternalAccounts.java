package io.ratel.adapters.postgres.identity;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.external.ExternalAccount;
import io.ratel.security.external.ExternalAccounts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/** Accounts elsewhere in schema {@code platform}. Any thread. */
public final class PostgresExternalAccounts implements ExternalAccounts {
  private final DSLContext sql;

  public PostgresExternalAccounts(Database database) {
    this.sql = database.sql();
  }

  @Override
  public OptionalLong find(ExternalAccount account) {
    return sql.fetchOptional(
            "select user_id from platform.external_accounts where issuer = ? and subject = ?",
            account.issuer(),
            account.subject())
        .map(row -> OptionalLong.of(row.get("user_id", Long.class)))
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public boolean link(long userId, ExternalAccount account, Instant now) {
    return insert(sql, userId, account, now);
  }

  static boolean insert(DSLContext in, long userId, ExternalAccount account, Instant now) {
    return in.execute(
            "insert into platform.external_accounts (user_id, issuer, subject, label, linked_at)"
                + " values (?, ?, ?, ?, ?::timestamptz) on conflict do nothing",
            userId,
            account.issuer(),
            account.subject(),
            account.email().orElse(account.name()),
            now.atOffset(ZoneOffset.UTC))
        == 1;
  }

  @Override
  public List<Linked> of(long userId) {
    return sql.fetch(
            "select * from platform.external_accounts where user_id = ? order by external_id",
            userId)
        .map(
            row ->
                new Linked(
                    row.get("external_id", Long.class),
                    row.get("issuer", String.class),
                    row.get("label", String.class),
                    row.get("linked_at", OffsetDateTime.class).toInstant()));
  }

  @Override
  public boolean unlink(long userId, long id) {
    return sql.execute(
            "delete from platform.external_accounts where user_id = ? and external_id = ?",
            userId,
            id)
        == 1;
  }
}

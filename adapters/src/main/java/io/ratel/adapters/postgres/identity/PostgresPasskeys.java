package io.ratel.adapters.postgres.identity;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.passkey.Credential;
import io.ratel.security.passkey.Passkey;
import io.ratel.security.passkey.Passkeys;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Passkeys in schema {@code platform}. Any thread. */
public final class PostgresPasskeys implements Passkeys {
  private static final int HANDLE_BYTES = 16;

  private final DSLContext sql;

  public PostgresPasskeys(Database database) {
    this.sql = database.sql();
  }

  @Override
  public byte[] handle(long userId) {
    UUID handle =
        sql.fetchSingle("select handle from platform.users where user_id = ?", userId)
            .get("handle", UUID.class);
    return ByteBuffer.allocate(HANDLE_BYTES)
        .putLong(handle.getMostSignificantBits())
        .putLong(handle.getLeastSignificantBits())
        .array();
  }

  @Override
  public Optional<Passkey> add(long userId, String name, Credential credential, Instant now) {
    return sql.transactionResult(
        configuration -> {
          DSLContext inside = configuration.dsl();
          // Held so that two requests at once cannot both take the last place.
          inside.execute("select 1 from platform.users where user_id = ? for update", userId);
          return inside
              .fetchOptional(
                  "insert into platform.passkeys (user_id, name, credential_id, attested,"
                      + " sign_count, transports, backup_eligible, backed_up, created_at)"
                      + " select ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz"
                      + " where (select count(*) from platform.passkeys where user_id = ?) < ?"
                      + " on conflict do nothing returning *",
                  userId,
                  name,
                  credential.id(),
                  credential.attested(),
                  credential.signCount(),
                  credential.transports().toArray(String[]::new),
                  credential.backupEligible(),
                  credential.backedUp(),
                  now.atOffset(ZoneOffset.UTC),
                  userId,
                  MAX_PASSKEYS)
              .map(PostgresPasskeys::passkey);
        });
  }

  @Override
  public Optional<Stored> find(byte[] credentialId) {
    return sql.fetchOptional(
            "select * from platform.passkeys where credential_id = ?", (Object) credentialId)
        .map(PostgresPasskeys::stored);
  }

  @Override
  public List<Stored> of(long userId) {
    return sql.fetch(
            "select * from platform.passkeys where user_id = ? order by passkey_id desc", userId)
        .map(PostgresPasskeys::stored);
  }

  @Override
  public boolean used(long id, long signCount, boolean backedUp, Instant now) {
    return sql.execute(
            "update platform.passkeys set sign_count = ?, backed_up = ?,"
                + " last_used_at = ?::timestamptz where passkey_id = ?"
                + " and (sign_count < ? or (sign_count = 0 and ? = 0))",
            signCount,
            backedUp,
            now.atOffset(ZoneOffset.UTC),
            id,
            signCount,
            signCount)
        == 1;
  }

  @Override
  public boolean rename(long userId, long id, String name) {
    return sql.execute(
            "update platform.passkeys set name = ? where user_id = ? and passkey_id = ?",
            name,
            userId,
            id)
        == 1;
  }

  @Override
  public boolean delete(long userId, long id) {
    return sql.execute(
            "delete from platform.passkeys where user_id = ? and passkey_id = ?", userId, id)
        == 1;
  }

  private static Stored stored(Record row) {
    return new Stored(
        passkey(row),
        new Credential(
            row.get("credential_id", byte[].class),
            row.get("attested", byte[].class),
            row.get("sign_count", Long.class),
            List.of(row.get("transports", String[].class)),
            row.get("backup_eligible", Boolean.class),
            row.get("backed_up", Boolean.class)));
  }

  private static Passkey passkey(Record row) {
    return new Passkey(
        row.get("passkey_id", Long.class),
        row.get("user_id", Long.class),
        row.get("name", String.class),
        row.get("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.get("last_used_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}

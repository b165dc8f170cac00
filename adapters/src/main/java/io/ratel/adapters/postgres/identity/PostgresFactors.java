package io.ratel.adapters.postgres.identity;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.factor.Factors;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Authenticators and recovery codes in schema {@code platform}. Any thread. */
public final class PostgresFactors implements Factors {
  private static final String FORGIVEN = " failures = 0, locked_until = null";

  private final DSLContext sql;

  public PostgresFactors(Database database) {
    this.sql = database.sql();
  }

  @Override
  public Optional<Authenticator> authenticator(long userId) {
    return sql.fetchOptional(
            "select confirmed_at, last_step from platform.authenticators where user_id = ?", userId)
        .map(
            row ->
                new Authenticator(
                    Optional.ofNullable(row.get("confirmed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                    row.get("last_step", Long.class)));
  }

  @Override
  public boolean begin(long userId) {
    return sql.execute(
            "insert into platform.authenticators as a (user_id) values (?)"
                + " on conflict (user_id) do update set last_step = 0,"
                + FORGIVEN
                + " where a.confirmed_at is null",
            userId)
        == 1;
  }

  @Override
  public boolean attempt(long userId, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    return sql.transactionResult(
        configuration -> {
          DSLContext inside = configuration.dsl();
          Optional<Integer> failures =
              inside
                  .fetchOptional(
                      "update platform.authenticators set failures = failures + 1 where user_id = ?"
                          + " and (locked_until is null or locked_until <= ?::timestamptz)"
                          + " returning failures",
                      userId,
                      at)
                  .map(row -> row.get("failures", Integer.class));
          failures
              .filter(count -> count >= MAX_FAILURES)
              .ifPresent(
                  count ->
                      inside.execute(
                          "update platform.authenticators set locked_until = ?::timestamptz"
                              + " where user_id = ?",
                          at.plus(Factors.lock(count)),
                          userId));
          return failures.isPresent();
        });
  }

  @Override
  public boolean useStep(long userId, long step) {
    return sql.execute(
            "update platform.authenticators set last_step = ?,"
                + FORGIVEN
                + " where user_id = ? and last_step < ?",
            step,
            userId,
            step)
        == 1;
  }

  @Override
  public void confirm(long userId, Instant now, List<byte[]> recoveryHashes) {
    sql.transaction(
        configuration -> {
          configuration
              .dsl()
              .execute(
                  "update platform.authenticators set confirmed_at = ?::timestamptz"
                      + " where user_id = ?",
                  now.atOffset(ZoneOffset.UTC),
                  userId);
          replace(configuration.dsl(), userId, recoveryHashes);
        });
  }

  @Override
  public boolean useRecovery(long userId, byte[] hash) {
    return sql.transactionResult(
        configuration -> {
          DSLContext inside = configuration.dsl();
          boolean used =
              inside.execute(
                      "delete from platform.recovery_codes where user_id = ? and hash = ?",
                      userId,
                      hash)
                  == 1;
          if (used) {
            inside.execute(
                "update platform.authenticators set" + FORGIVEN + " where user_id = ?", userId);
          }
          return used;
        });
  }

  @Override
  public void replaceRecovery(long userId, List<byte[]> hashes) {
    sql.transaction(configuration -> replace(configuration.dsl(), userId, hashes));
  }

  private static void replace(DSLContext inside, long userId, List<byte[]> hashes) {
    inside.execute("delete from platform.recovery_codes where user_id = ?", userId);
    for (byte[] hash : hashes) {
      inside.execute(
          "insert into platform.recovery_codes (user_id, hash) values (?, ?)", userId, hash);
    }
  }

  @Override
  public int recoveryLeft(long userId) {
    return sql.fetchSingle(
            "select count(*) as n from platform.recovery_codes where user_id = ?", userId)
        .get("n", Integer.class);
  }

  @Override
  public boolean remove(long userId) {
    return sql.transactionResult(
        configuration -> {
          replace(configuration.dsl(), userId, List.of());
          return configuration
                  .dsl()
                  .execute("delete from platform.authenticators where user_id = ?", userId)
              == 1;
        });
  }
}

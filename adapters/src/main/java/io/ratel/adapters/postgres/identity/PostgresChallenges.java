package io.ratel.adapters.postgres.identity;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.digest.Sha256;
import io.ratel.security.factor.Challenges;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Open questions in schema {@code platform}, by the hash of what names them, so that who reads the
 * table can answer none. Any thread.
 */
public final class PostgresChallenges implements Challenges {
  private final DSLContext sql;

  public PostgresChallenges(Database database) {
    this.sql = database.sql();
  }

  @Override
  public boolean open(String id, Challenge challenge, Instant expiresAt) {
    sql.execute("delete from platform.challenges where expires_at < now() - interval '1 minute'");
    return sql.execute(
            "insert into platform.challenges (hash, kind, user_id, detail, expires_at)"
                + " select ?, ?, ?::bigint, ?, ?::timestamptz"
                + " where (select count(*) from platform.challenges where kind = ?) < ?",
            Sha256.of(id),
            challenge.kind().name(),
            challenge.userId() == 0 ? null : challenge.userId(),
            challenge.detail(),
            expiresAt.atOffset(ZoneOffset.UTC),
            challenge.kind().name(),
            MAX_OPEN)
        == 1;
  }

  @Override
  public Optional<Challenge> find(String id, Kind kind, Instant now) {
    return read(
        "select * from platform.challenges where hash = ? and kind = ?"
            + " and expires_at > ?::timestamptz",
        id,
        kind,
        now);
  }

  @Override
  public Optional<Challenge> take(String id, Kind kind, Instant now) {
    return read(
        "delete from platform.challenges where hash = ? and kind = ?"
            + " and expires_at > ?::timestamptz returning *",
        id,
        kind,
        now);
  }

  private Optional<Challenge> read(String query, String id, Kind kind, Instant now) {
    return sql.fetchOptional(query, Sha256.of(id), kind.name(), now.atOffset(ZoneOffset.UTC))
        .map(PostgresChallenges::challenge);
  }

  private static Challenge challenge(Record row) {
    Long userId = row.get("user_id", Long.class);
    return new Challenge(
        Kind.valueOf(row.get("kind", String.class)),
        userId == null ? 0 : userId,
        row.get("detail", String.class));
  }
}

package io.ratel.adapters.postgres.identity;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.session.Session;
import io.ratel.security.session.Sessions;
import io.ratel.security.session.SignInMethod;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The list of sessions in schema {@code platform}. Any thread. */
public final class PostgresSessions implements Sessions {
  private final DSLContext sql;

  public PostgresSessions(Database database) {
    this.sql = database.sql();
  }

  @Override
  public void open(Session session) {
    sql.transaction(
        configuration -> {
          DSLContext inside = configuration.dsl();
          inside.execute(
              "delete from platform.sessions where expires_at < ?::timestamptz or session_id in"
                  + " (select session_id from platform.sessions where user_id = ?"
                  + " order by last_used_at desc offset ?)",
              session.createdAt().atOffset(ZoneOffset.UTC),
              session.userId(),
              MAX_LISTED - 1);
          inside.execute(
              "insert into platform.sessions (session_id, user_id, method, address, device,"
                  + " created_at, last_used_at, expires_at)"
                  + " values (?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz)",
              session.id(),
              session.userId(),
              session.method().name(),
              session.address(),
              session.device(),
              session.createdAt().atOffset(ZoneOffset.UTC),
              session.lastUsedAt().atOffset(ZoneOffset.UTC),
              session.expiresAt().atOffset(ZoneOffset.UTC));
        });
  }

  @Override
  public void used(String id, String address, Instant at) {
    sql.execute(
        "update platform.sessions set address = ?, last_used_at = ?::timestamptz"
            + " where session_id = ?",
        address,
        at.atOffset(ZoneOffset.UTC),
        id);
  }

  @Override
  public Optional<Session> find(String id, Instant now) {
    return sql.fetchOptional(
            "select * from platform.sessions where session_id = ? and expires_at > ?::timestamptz",
            id,
            now.atOffset(ZoneOffset.UTC))
        .map(PostgresSessions::session);
  }

  @Override
  public List<Session> of(long userId, Instant now) {
    return sql.fetch(
            "select * from platform.sessions where user_id = ? and expires_at > ?::timestamptz"
                + " order by last_used_at desc, session_id",
            userId,
            now.atOffset(ZoneOffset.UTC))
        .map(PostgresSessions::session);
  }

  @Override
  public boolean end(long userId, String id) {
    return sql.execute(
            "delete from platform.sessions where user_id = ? and session_id = ?", userId, id)
        == 1;
  }

  @Override
  public void endAll(long userId) {
    sql.execute("delete from platform.sessions where user_id = ?", userId);
  }

  private static Session session(Record row) {
    return new Session(
        row.get("session_id", String.class),
        row.get("user_id", Long.class),
        SignInMethod.valueOf(row.get("method", String.class)),
        row.get("address", String.class),
        row.get("device", String.class),
        row.get("created_at", OffsetDateTime.class).toInstant(),
        row.get("last_used_at", OffsetDateTime.class).toInstant(),
        row.get("expires_at", OffsetDateTime.class).toInstant());
  }
}

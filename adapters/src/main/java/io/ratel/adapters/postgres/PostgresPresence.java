package io.ratel.adapters.postgres;

import io.ratel.security.identity.Presence;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Who is here, in {@code platform.presence}: a row for each user and node, {@code last_seen} on the
 * user. A user whose first socket opens is told on the channel {@code user_reconnect}. Safe for any
 * thread.
 */
public final class PostgresPresence implements Presence {
  private static final String ALIVE = "seen_at > now() - interval '" + NODE_S + " seconds'";

  private final DSLContext sql;
  private final String node;

  /**
   * @param node this process's name, no other's
   */
  public PostgresPresence(Database database, String node) {
    this.sql = database.sql();
    this.node = node;
  }

  @Override
  public Set<Long> changed(Set<Long> came, Set<Long> left) {
    return sql.transactionResult(
        transaction -> {
          DSLContext in = transaction.dsl();
          Long[] arriving = came.toArray(Long[]::new);
          Long[] leaving = left.toArray(Long[]::new);
          Set<Long> first = new HashSet<>(came);
          in.fetch(
                  "select distinct user_id from platform.presence"
                      + " where user_id = any(?) and node <> ? and "
                      + ALIVE,
                  arriving,
                  node)
              .forEach(r -> first.remove(r.get(0, Long.class)));
          in.execute(
              "insert into platform.presence (user_id, node)"
                  + " select user_id, ? from platform.users where user_id = any(?)"
                  + " on conflict (user_id, node) do update set seen_at = now()",
              node,
              arriving);
          in.execute(
              "delete from platform.presence where user_id = any(?) and node = ?", leaving, node);
          in.execute(
              "update platform.users u set last_seen = now() where user_id = any(?)"
                  + " and not exists (select 1 from platform.presence p"
                  + " where p.user_id = u.user_id and "
                  + ALIVE
                  + ")",
              (Object) leaving);
          in.fetch(
              "select pg_notify('user_reconnect', id::text) from unnest(?) as id",
              (Object) first.toArray(Long[]::new));
          return Set.copyOf(first);
        });
  }

  /** Also takes over the users of nodes that have died: they were last seen when those were. */
  @Override
  public void renew() {
    sql.transaction(
        transaction -> {
          DSLContext in = transaction.dsl();
          in.execute("update platform.presence set seen_at = now() where node = ?", node);
          in.execute(
              "with dead as (delete from platform.presence where not ("
                  + ALIVE
                  + ") returning user_id, seen_at)"
                  + " update platform.users u set last_seen = greatest(u.last_seen, d.seen_at)"
                  + " from (select user_id, max(seen_at) as seen_at from dead group by 1) d"
                  + " where u.user_id = d.user_id");
        });
  }

  @Override
  public Seen of(long userId) {
    Record found =
        sql.fetchSingle(
            "select (select last_seen from platform.users where user_id = ?) as last_seen,"
                + " exists (select 1 from platform.presence where user_id = ? and "
                + ALIVE
                + ") as online",
            userId,
            userId);
    OffsetDateTime last = found.get("last_seen", OffsetDateTime.class);
    Instant oldest = Instant.now().minus(Duration.ofHours(LAST_SEEN_H));
    return new Seen(
        found.get("online", Boolean.class),
        Optional.ofNullable(last).map(OffsetDateTime::toInstant).filter(oldest::isBefore));
  }
}

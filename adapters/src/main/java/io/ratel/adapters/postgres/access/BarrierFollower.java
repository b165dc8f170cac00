package io.ratel.adapters.postgres.access;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.notice.Notices;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.barrier.Barriers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Keeps a node's {@link Barriers} as the tables have them: reads what is new after each
 * notification, and four times a second without one. It keeps one connection of the pool, and drops
 * once a minute what no living token can need.
 */
public final class BarrierFollower implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(250);
  private static final long DROP_NS = 60_000_000_000L;

  private final Barriers barriers;
  private final Notices notices;
  private long revision;
  private long droppedNs;

  /** Reads what there is before it returns, and follows from then on. */
  public BarrierFollower(Database database, Barriers barriers) {
    this.barriers = barriers;
    this.droppedNs = System.nanoTime() - DROP_NS;
    read(database.sql());
    notices =
        Notices.follow(
            database,
            PostgresBarriers.CHANNEL,
            POLL,
            "barriers cannot be read: nothing dangerous is allowed",
            here -> {
              read(here);
              drop(here);
            });
  }

  private void read(DSLContext from) {
    long beganNs = System.nanoTime();
    for (Record row :
        from.fetch(
            "select kind, subject, at, revision from platform.barriers where revision > ?"
                + " order by revision",
            revision)) {
      barriers.take(
          new Barrier(
              Barrier.Kind.valueOf(row.get("kind", String.class)),
              row.get("subject", String.class),
              row.get("at", OffsetDateTime.class).toInstant()));
      revision = row.get("revision", Long.class);
    }
    barriers.confirm(beganNs);
  }

  private void drop(DSLContext from) {
    if (System.nanoTime() - droppedNs < DROP_NS) {
      return;
    }
    droppedNs = System.nanoTime();
    barriers.drop();
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    from.execute(
        "delete from platform.barriers where at < ?::timestamptz", now.minus(Barriers.KEPT));
    from.execute(
        "delete from platform.spent_tokens where expires_at < ?::timestamptz", now.minusMinutes(1));
  }

  @Override
  public void close() {
    notices.close();
  }
}

package io.ratel.adapters.postgres.access;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.barrier.Barriers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a node's {@link Barriers} as the tables have them: reads what is new after each
 * notification, and four times a second without one. It keeps one connection of the pool, and drops
 * once a minute what no living token can need.
 */
public final class BarrierFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BarrierFollower.class);
  private static final int POLL_MS = 250;
  private static final long DROP_NS = 60_000_000_000L;

  private final DSLContext sql;
  private final Barriers barriers;
  private final Thread thread;
  private volatile boolean closed;
  private long revision;
  private long droppedNs;
  private boolean failing;

  /** Reads what there is before it returns, and follows from then on. */
  public BarrierFollower(Database database, Barriers barriers) {
    this.sql = database.sql();
    this.barriers = barriers;
    this.droppedNs = System.nanoTime() - DROP_NS;
    read(sql);
    thread = Thread.ofPlatform().name("barriers").daemon().start(this::follow);
  }

  private void follow() {
    while (!closed) {
      try {
        sql.connection(this::listen);
        failing = false;
      } catch (RuntimeException e) {
        if (!failing && !closed) {
          LOG.atWarn().setCause(e).log("barriers cannot be read: nothing dangerous is allowed");
        }
        failing = true;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MS));
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    PGConnection notices = connection.unwrap(PGConnection.class);
    DSLContext here = DSL.using(connection, SQLDialect.POSTGRES);
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + PostgresBarriers.CHANNEL);
      while (!closed) {
        read(here);
        drop(here);
        failing = false;
        notices.getNotifications(POLL_MS);
      }
      statement.execute("unlisten *");
    }
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
    closed = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

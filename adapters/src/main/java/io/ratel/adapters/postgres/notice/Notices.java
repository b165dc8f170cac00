package io.ratel.adapters.postgres.notice;

import io.ratel.adapters.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the tables after each notification of a channel, and now and then without one, on a
 * thread and a connection of its own. While the database is away it tries again, and says so once.
 */
public final class Notices implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final long CLOSE_MS = 2_000;

  private final DSLContext sql;
  private final String channel;
  private final Duration atMost;
  private final String whenLost;
  private final Consumer<DSLContext> look;
  private final Thread thread;
  private volatile boolean closed;
  private boolean failing;

  private Notices(
      Database database,
      String channel,
      Duration atMost,
      String whenLost,
      Consumer<DSLContext> look) {
    this.sql = database.sql();
    this.channel = channel;
    this.atMost = atMost;
    this.whenLost = whenLost;
    this.look = look;
    this.thread = Thread.ofPlatform().name(channel).daemon().unstarted(this::follow);
  }

  /**
   * Begins to follow.
   *
   * @param atMost how long it waits for a notification
   * @param whenLost what is logged when the database goes away
   * @param look called at the beginning and each time, with the connection
   */
  public static Notices follow(
      Database database,
      String channel,
      Duration atMost,
      String whenLost,
      Consumer<DSLContext> look) {
    Notices notices = new Notices(database, channel, atMost, whenLost, look);
    notices.thread.start();
    return notices;
  }

  private void follow() {
    while (!closed) {
      try {
        sql.connection(this::listen);
      } catch (RuntimeException e) {
        if (!failing && !closed) {
          LOG.atWarn().setCause(e).log(whenLost);
        }
        failing = true;
        LockSupport.parkNanos(atMost.toNanos());
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    PGConnection notices = connection.unwrap(PGConnection.class);
    DSLContext here = DSL.using(connection, SQLDialect.POSTGRES);
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + channel);
      while (!closed) {
        look.accept(here);
        failing = false;
        notices.getNotifications(Math.toIntExact(atMost.toMillis()));
      }
      statement.execute("unlisten *");
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(CLOSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

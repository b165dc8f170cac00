package io.ratel.adapters.postgres.alert;

import io.ratel.adapters.postgres.Database;
import io.ratel.marketdata.alert.AlertStore;
import io.ratel.marketdata.alert.Firing;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a node what fired, wherever the alert was watched: after each notification, and once a
 * second without one. It keeps one connection of the pool.
 */
public final class AlertFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertFollower.class);
  private static final int POLL_MS = 1_000;
  private static final int BATCH = 500;

  private final DSLContext sql;
  private final AlertStore store;
  private final Consumer<Firing> news;
  private final Thread thread;
  private volatile boolean closed;
  private long lastId;
  private boolean failing;

  /**
   * Tells what fires from now on.
   *
   * @param news called on the follower's thread, in order; returns at once
   */
  public AlertFollower(Database database, AlertStore store, Consumer<Firing> news) {
    this.sql = database.sql();
    this.store = store;
    this.news = news;
    this.lastId = store.lastId();
    this.thread = Thread.ofPlatform().name("alert-news").daemon().start(this::follow);
  }

  private void follow() {
    while (!closed) {
      try {
        sql.connection(this::listen);
      } catch (RuntimeException e) {
        if (!failing && !closed) {
          LOG.atWarn().setCause(e).log("what fires cannot be read; it is told later");
        }
        failing = true;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MS));
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    PGConnection notices = connection.unwrap(PGConnection.class);
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + PostgresAlerts.CHANNEL);
      while (!closed) {
        read();
        failing = false;
        notices.getNotifications(POLL_MS);
      }
      statement.execute("unlisten *");
    }
  }

  private void read() {
    List<Firing> batch;
    do {
      batch = store.after(lastId, BATCH);
      for (Firing firing : batch) {
        news.accept(firing);
        lastId = firing.id();
      }
    } while (batch.size() == BATCH);
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

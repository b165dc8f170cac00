package io.ratel.adapters.postgres.history;

import io.ratel.adapters.postgres.Database;
import io.ratel.marketdata.history.fetch.HistoryRequest;
import io.ratel.marketdata.history.fetch.HistoryWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes those who take work and tells what became of the questions somebody listens for: after each
 * notification, and once a second without one. It keeps one connection of the pool.
 */
public final class HistoryFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryFollower.class);
  private static final int POLL_MS = 1_000;

  private final DSLContext sql;
  private final HistoryWork work;
  private final Runnable takers;
  private final Supplier<Collection<String>> wanted;
  private final Consumer<HistoryRequest> news;
  private final Thread thread;
  private volatile boolean closed;
  private boolean failing;

  /**
   * @param takers woken when there may be work
   * @param wanted the ids that somebody listens for
   * @param news given those of them that exist, whether or not they have changed; returns at once
   */
  public HistoryFollower(
      Database database,
      HistoryWork work,
      Runnable takers,
      Supplier<Collection<String>> wanted,
      Consumer<HistoryRequest> news) {
    this.sql = database.sql();
    this.work = work;
    this.takers = takers;
    this.wanted = wanted;
    this.news = news;
    this.thread = Thread.ofPlatform().name("history-news").daemon().start(this::follow);
  }

  private void follow() {
    while (!closed) {
      try {
        sql.connection(this::listen);
      } catch (RuntimeException e) {
        if (!failing && !closed) {
          LOG.atWarn().setCause(e).log("requests for history cannot be read; told later");
        }
        failing = true;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MS));
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    PGConnection notices = connection.unwrap(PGConnection.class);
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + PostgresHistoryWork.CHANNEL);
      while (!closed) {
        takers.run();
        Collection<String> ids = wanted.get();
        if (!ids.isEmpty()) {
          work.find(ids).forEach(news);
        }
        failing = false;
        notices.getNotifications(POLL_MS);
      }
      statement.execute("unlisten *");
    }
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

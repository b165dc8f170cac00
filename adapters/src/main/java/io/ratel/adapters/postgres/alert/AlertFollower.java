package io.ratel.adapters.postgres.alert;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.notice.Notices;
import io.ratel.marketdata.alert.AlertStore;
import io.ratel.marketdata.alert.Firing;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells a node what fired, wherever the alert was watched: after each notification, and once a
 * second without one. It keeps one connection of the pool.
 */
public final class AlertFollower implements AutoCloseable {
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int BATCH = 500;

  private final AlertStore store;
  private final Consumer<Firing> news;
  private final Notices notices;
  private long lastId;

  /**
   * Tells what fires from now on.
   *
   * @param news called on the follower's thread, in order; returns at once
   */
  public AlertFollower(Database database, AlertStore store, Consumer<Firing> news) {
    this.store = store;
    this.news = news;
    this.lastId = store.lastId();
    this.notices =
        Notices.follow(
            database,
            PostgresAlerts.CHANNEL,
            POLL,
            "what fires cannot be read; it is told later",
            _ -> read());
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
    notices.close();
  }
}

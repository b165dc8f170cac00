package io.ratel.adapters.postgres.history;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.notice.Notices;
import io.ratel.marketdata.history.fetch.HistoryRequest;
import io.ratel.marketdata.history.fetch.HistoryWork;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Wakes those who take work and tells what became of the questions somebody listens for: after each
 * notification, and once a second without one. It keeps one connection of the pool.
 */
public final class HistoryFollower implements AutoCloseable {
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Notices notices;

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
    notices =
        Notices.follow(
            database,
            PostgresHistoryWork.CHANNEL,
            POLL,
            "requests for history cannot be read; told later",
            _ -> {
              takers.run();
              Collection<String> ids = wanted.get();
              if (!ids.isEmpty()) {
                work.find(ids).forEach(news);
              }
            });
  }

  @Override
  public void close() {
    notices.close();
  }
}

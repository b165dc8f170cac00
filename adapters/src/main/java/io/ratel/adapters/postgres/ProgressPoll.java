package io.ratel.adapters.postgres;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a {@link Progress} where the projector is another process: asks the database for it. */
public final class ProgressPoll implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressPoll.class);
  private static final long EVERY_MS = 20;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("progress-poll").factory());
  private final DSLContext sql;
  private final Progress progress;
  private boolean failing;

  /** Starts to ask. */
  public ProgressPoll(Database database, Progress progress) {
    this.sql = database.sql();
    this.progress = progress;
    clock.scheduleWithFixedDelay(this::poll, 0, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  private void poll() {
    try {
      Long sequence =
          sql.fetchSingle("select sequence from projection.progress").get(0, Long.class);
      progress.advance(sequence);
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.atWarn().setCause(e).log("the projection's progress cannot be read");
      }
      failing = true;
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}

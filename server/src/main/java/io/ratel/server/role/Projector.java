package io.ratel.server.role;

import io.ratel.adapters.postgres.Progress;
import io.ratel.exchange.EventLog;
import io.ratel.exchange.view.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the exchange's events into the tables: every flush interval, at once when a reader waits,
 * and at once when a batch is full. When the database is away the events wait in the log; the batch
 * is tried again until it is back, from wherever the tables say they are.
 */
public final class Projector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
  private static final int BATCH = 5_000;
  private static final long RETRY_MS = 500;
  private static final long MIN_PAUSE_NS = 50_000_000;
  private static final long DRAIN_MS = 5_000;

  private final EventLog log;
  private final Projection projection;
  private final Progress progress;
  private final long flushMs;
  private final Thread thread;
  private final AtomicLong failures = new AtomicLong();
  private volatile boolean closing;

  /**
   * Starts to follow.
   *
   * @param flushMs the longest that an event waits for its batch
   */
  public Projector(EventLog log, Projection projection, Progress progress, long flushMs) {
    this.log = log;
    this.projection = projection;
    this.progress = progress;
    this.flushMs = flushMs;
    this.thread = Thread.ofPlatform().name("projector").start(this::run);
  }

  /** Batches that the database did not take so far. */
  public long failures() {
    return failures.get();
  }

  private void run() {
    boolean said = false;
    while (!closing) {
      try {
        follow();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        failures.incrementAndGet();
        if (!said) {
          LOG.atWarn().setCause(e).log("the projection waits for its database");
          said = true;
        }
        if (!pause()) {
          return;
        }
        continue;
      }
      said = false;
    }
  }

  private boolean pause() {
    try {
      progress.awaitDemand(RETRY_MS);
      LockSupport.parkNanos(MIN_PAUSE_NS);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void follow() throws InterruptedException {
    List<Projection.Entry> batch = new ArrayList<>(BATCH);
    try (EventLog.Reader reader = log.follow(projection.sequence())) {
      while (true) {
        reader.poll(
            (sequence, time, event) -> batch.add(new Projection.Entry(sequence, time, event)),
            BATCH - batch.size());
        if (!batch.isEmpty()) {
          projection.write(batch);
        }
        boolean full = batch.size() >= BATCH;
        boolean empty = batch.isEmpty();
        batch.clear();
        if (closing && empty) {
          return;
        }
        if (!full && !closing) {
          progress.awaitDemand(flushMs);
        }
      }
    }
  }

  /** Writes what has been recorded so far, and stops. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(DRAIN_MS);
      thread.interrupt();
      thread.join(DRAIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

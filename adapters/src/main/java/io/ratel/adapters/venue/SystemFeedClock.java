package io.ratel.adapters.venue;

import io.ratel.marketdata.feed.FeedTime;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's clock, with one thread that wakes all feeds. */
public final class SystemFeedClock implements FeedClock, AutoCloseable {
  private final ScheduledThreadPoolExecutor alarms =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("feed-alarms").factory());

  public SystemFeedClock() {
    alarms.setRemoveOnCancelPolicy(true);
    alarms.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    alarms.setRejectedExecutionHandler((_, _) -> {}); // closed: nothing is to be woken any more
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public long epochNs() {
    return FeedTime.nanos(Instant.now());
  }

  @Override
  public Alarm after(long delayNs, Runnable task) {
    ScheduledFuture<?> call = alarms.schedule(task, delayNs, TimeUnit.NANOSECONDS);
    return () -> call.cancel(false);
  }

  @Override
  public void close() {
    alarms.shutdownNow();
  }
}

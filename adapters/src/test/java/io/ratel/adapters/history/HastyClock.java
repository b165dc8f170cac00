package io.ratel.adapters.history;

import io.ratel.adapters.venue.FeedClock;

/** Time that passes at once when somebody waits for it. */
final class HastyClock implements FeedClock {
  private final long startNs;
  private long nanos;

  HastyClock(long startNs) {
    this.startNs = startNs;
  }

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public synchronized long epochNs() {
    return startNs + nanos;
  }

  @Override
  public Alarm after(long delayNs, Runnable task) {
    synchronized (this) {
      nanos += delayNs;
    }
    task.run();
    return () -> {};
  }
}

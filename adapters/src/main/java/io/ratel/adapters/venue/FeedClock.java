package io.ratel.adapters.venue;

import java.util.concurrent.CountDownLatch;

/** The port for time: what a feed reads it by, and what wakes it. Safe for any thread. */
public interface FeedClock {
  /** Nanoseconds since some moment; never goes back. */
  long nanoTime();

  /** Nanoseconds since 1970 UTC, by the machine's clock. */
  long epochNs();

  /** Calls once, after so long at the earliest; the task must return at once. */
  Alarm after(long delayNs, Runnable task);

  /** Waits so long on the caller's thread. */
  default void await(long delayNs) throws InterruptedException {
    CountDownLatch due = new CountDownLatch(1);
    Alarm alarm = after(delayNs, due::countDown);
    try {
      due.await();
    } finally {
      alarm.cancel();
    }
  }

  /** A call that is still to come. */
  @FunctionalInterface
  interface Alarm {
    /** Does nothing when it has been made. */
    void cancel();
  }
}

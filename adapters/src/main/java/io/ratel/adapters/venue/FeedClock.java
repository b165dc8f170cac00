package io.ratel.adapters.venue;

/** The port for time: what a feed reads it by, and what wakes it. Safe for any thread. */
public interface FeedClock {
  /** Nanoseconds since some moment; never goes back. */
  long nanoTime();

  /** Nanoseconds since 1970 UTC, by the machine's clock. */
  long epochNs();

  /** Calls once, after so long at the earliest; the task must return at once. */
  Alarm after(long delayNs, Runnable task);

  /** A call that is still to come. */
  @FunctionalInterface
  interface Alarm {
    /** Does nothing when it has been made. */
    void cancel();
  }
}

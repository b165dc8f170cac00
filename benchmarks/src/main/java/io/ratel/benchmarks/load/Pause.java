package io.ratel.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for a moment of {@link System#nanoTime}. A thread that is interrupted gets a {@link
 * CancellationException}, so that what it has open is closed on the way out.
 */
public final class Pause {
  /** How late a parked thread may wake; the last stretch is spun when precision is asked for. */
  private static final long WAKE_LATE_NS = 70_000;

  private Pause() {}

  /** Waits without taking the processor; may be a fraction of a millisecond late. */
  public static void of(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    long left;
    while ((left = end - System.nanoTime()) > 0) {
      LockSupport.parkNanos(left);
      check();
    }
  }

  /** Waits until a moment, to the microsecond, by spinning at the end. */
  static void preciselyUntil(long moment) {
    long left;
    while ((left = moment - System.nanoTime()) > 0) {
      if (left > WAKE_LATE_NS) {
        LockSupport.parkNanos(left - WAKE_LATE_NS);
        check();
      } else {
        Thread.onSpinWait();
      }
    }
  }

  private static void check() {
    if (Thread.interrupted()) {
      throw new CancellationException("interrupted");
    }
  }
}

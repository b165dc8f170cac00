package io.ratel.adapters.capture;

import java.util.concurrent.locks.LockSupport;

/** The port for the time that a replay keeps pace with. Safe for any thread. */
public interface ReplayClock {
  /** Nanoseconds since some moment. */
  long nanoTime();

  /**
   * Waits until that time has come.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  void sleepUntil(long nanoTime) throws InterruptedException;

  /** The machine's clock. */
  ReplayClock SYSTEM =
      new ReplayClock() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void sleepUntil(long nanoTime) throws InterruptedException {
          for (long left = nanoTime - System.nanoTime(); left > 0; ) {
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
              throw new InterruptedException("interrupted while keeping pace");
            }
            left = nanoTime - System.nanoTime();
          }
        }
      };
}

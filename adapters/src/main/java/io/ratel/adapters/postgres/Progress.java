package io.ratel.adapters.postgres;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far the projection in this process has come. Safe for any thread. */
public final class Progress {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition advanced = lock.newCondition();
  private final Condition wanted = lock.newCondition();
  private long sequence;
  private long wantedSequence;

  void advance(long to) {
    lock.lock();
    try {
      sequence = to;
      advanced.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The last event in the tables. */
  public long sequence() {
    lock.lock();
    try {
      return sequence;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until an event is in the tables, at most {@code timeoutMs}, and returns whether it is.
   */
  boolean await(long target, long timeoutMs) {
    lock.lock();
    try {
      if (target > wantedSequence) {
        wantedSequence = target;
        wanted.signalAll();
      }
      long left = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
      while (sequence < target && left > 0) {
        left = advanced.awaitNanos(left);
      }
      return sequence >= target;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until somebody wants an event that is not in the tables yet, at most {@code timeoutMs}.
   */
  public void awaitDemand(long timeoutMs) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
      while (wantedSequence <= sequence && left > 0) {
        left = wanted.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}

package io.ratel.adapters.venue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Time that passes when the test says so. Safe for any thread. */
public final class ManualClock implements FeedClock {
  private record Due(long atNs, Runnable task) {}

  private final PriorityQueue<Due> alarms =
      new PriorityQueue<>(Comparator.comparingLong(Due::atNs));
  private final long startNs;
  private long nanos;

  public ManualClock(long startNs) {
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
  public synchronized Alarm after(long delayNs, Runnable task) {
    Due due = new Due(nanos + delayNs, task);
    alarms.add(due);
    return () -> cancel(due);
  }

  private synchronized void cancel(Due due) {
    alarms.remove(due);
  }

  /** How long until the next alarm, a long time when there is none. */
  public synchronized long nextNs() {
    return alarms.isEmpty() ? Long.MAX_VALUE : alarms.peek().atNs - nanos;
  }

  /** Lets time pass, and makes the calls that are due by then. */
  public void pass(long passedNs) {
    List<Due> due = new ArrayList<>();
    synchronized (this) {
      nanos += passedNs;
      while (!alarms.isEmpty() && alarms.peek().atNs <= nanos) {
        due.add(alarms.remove());
      }
    }
    due.forEach(alarm -> alarm.task.run());
  }
}

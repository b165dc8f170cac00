package io.ratel.adapters.capture;

/** Holds a recording to its times, counted from its own first frame. One thread at a time. */
final class Pace {
  private final Speed speed;
  private final ReplayClock clock;
  private final long startNs;
  private long firstNs = Long.MIN_VALUE;

  /**
   * @param startNs by the clock, when every recording starts
   */
  Pace(Speed speed, ReplayClock clock, long startNs) {
    this.speed = speed;
    this.clock = clock;
    this.startNs = startNs;
  }

  /**
   * Waits until it is time for what was recorded then.
   *
   * @return how late it is now, in nanoseconds
   */
  long keep(long recordedNs) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("the replay was stopped");
    }
    if (firstNs == Long.MIN_VALUE) {
      firstNs = recordedNs;
    }
    if (speed.equals(Speed.MAX)) {
      return 0;
    }
    long dueNs = startNs + (recordedNs - firstNs) / speed.factor();
    if (clock.nanoTime() - dueNs < 0) {
      clock.sleepUntil(dueNs);
    }
    return Math.max(0, clock.nanoTime() - dueNs);
  }
}

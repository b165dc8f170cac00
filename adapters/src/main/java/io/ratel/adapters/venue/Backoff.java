package io.ratel.adapters.venue;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: "full jitter", a random time below a bound that doubles
 * with each failure up to a cap, so that those who failed together do not come back together
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). One thread at a
 * time.
 */
public final class Backoff {
  private final long baseNs;
  private final long capNs;
  private final RandomGenerator random;
  private int failures;

  public Backoff(long baseNs, long capNs, RandomGenerator random) {
    this.baseNs = baseNs;
    this.capNs = capNs;
    this.random = random;
  }

  /** After one more failure, in nanoseconds. */
  public long next() {
    int doublings = Math.min(failures++, Long.numberOfLeadingZeros(baseNs) - 1);
    long bound = Math.min(capNs, baseNs << doublings);
    return random.nextLong(bound + 1);
  }

  /** It worked. */
  public void reset() {
    failures = 0;
  }
}

package io.ratel.security.rate;

import java.util.List;

/** Counts. Safe for any thread. */
public interface RateLimiter {
  /**
   * Counts against every subject, in their order, or tells which refuses; those after it are not
   * counted then.
   *
   * @param claims at least one
   * @param cost at least 1; more than a burst counts as a whole burst
   */
  Verdict take(Tier tier, List<Claim> claims, int cost);

  /** Whether {@link #take} may wait for another machine: no event loop may call it then. */
  boolean blocks();

  /**
   * Whether what all nodes have counted is known. Where it is not, each node goes on with its share
   * of the rates, and nothing dangerous is done.
   */
  boolean current();
}

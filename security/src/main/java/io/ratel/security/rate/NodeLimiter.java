package io.ratel.security.rate;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** Counts on this node alone. */
public final class NodeLimiter implements RateLimiter {
  /** Two megabytes; one key owes for as long as its bucket is not full. */
  private static final int MAX_KEYS = 1 << 16;

  private final LocalBuckets buckets = new LocalBuckets(MAX_KEYS);
  private final LongSupplier nanos;
  private final long seed;

  /**
   * @param nanos as {@link System#nanoTime}
   * @param random so that nobody can choose whose place in memory is theirs
   */
  public NodeLimiter(LongSupplier nanos, RandomGenerator random) {
    this.nanos = nanos;
    this.seed = random.nextLong();
  }

  @Override
  public Verdict take(Tier tier, List<Claim> claims, int cost) {
    Verdict tightest = take(tier, claims.getFirst(), cost);
    for (int i = 1; i < claims.size() && tightest.admitted(); i++) {
      tightest = tightest.tighter(take(tier, claims.get(i), cost));
    }
    return tightest;
  }

  /** As {@link #take(Tier, List, int)} for one claim. */
  public Verdict take(Tier tier, Claim claim, int cost) {
    long key = key(tier, claim.subject());
    return Verdict.of(tier, claim, buckets.take(key, claim.rate(), cost, nanos.getAsLong()));
  }

  /** One to one for each kind and tier (the finalizer of SplitMix64; Steele et al. 2014). */
  private long key(Tier tier, Subject subject) {
    long kind = tier.ordinal() * 16L + subject.kind().ordinal() + 1;
    return mix(mix(seed ^ kind * 0x9e3779b97f4a7c15L) ^ subject.id());
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public boolean blocks() {
    return false;
  }

  @Override
  public boolean current() {
    return true;
  }

  /** How many keys owe something; walks through all. */
  public int owing() {
    return buckets.owing(nanos.getAsLong());
  }
}

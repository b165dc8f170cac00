package io.ratel.adapters.venue;

/**
 * Holds at most {@code burst} tokens and gets {@code perSecond} of them back each second; what is
 * sent to a venue costs one. Not for more than one thread at a time.
 */
public final class TokenBucket {
  private static final double SECOND_NS = 1e9;

  private final double perSecond;
  private final double burst;
  private double tokens;
  private long atNs;

  public TokenBucket(double perSecond, int burst, long nowNs) {
    if (perSecond <= 0 || burst < 1) {
      throw new IllegalArgumentException(
          "perSecond must be positive and burst from 1, were " + perSecond + " and " + burst);
    }
    this.perSecond = perSecond;
    this.burst = burst;
    this.tokens = burst;
    this.atNs = nowNs;
  }

  /**
   * Takes a token.
   *
   * @return 0 when one was taken, else how many nanoseconds are left until there is one
   */
  public long take(long nowNs) {
    tokens = Math.min(burst, tokens + perSecond * Math.max(0, nowNs - atNs) / SECOND_NS);
    atNs = Math.max(atNs, nowNs);
    if (tokens >= 1) {
      tokens--;
      return 0;
    }
    return Math.max(1, (long) Math.ceil((1 - tokens) / perSecond * SECOND_NS));
  }
}

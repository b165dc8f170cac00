package io.ratel.security.rate;

/**
 * What became of a request to be counted.
 *
 * @param claim the one that refused, else the one that leaves the least
 * @param remaining how much more could be asked at once
 * @param waitNs after how long it would be admitted; 0 when it was
 * @param fullNs after how long everything is back
 */
public record Verdict(Tier tier, Claim claim, int remaining, long waitNs, long fullNs) {
  public boolean admitted() {
    return waitNs == 0;
  }

  /**
   * @param answer as {@link LocalBuckets#take} gives it
   */
  public static Verdict of(Tier tier, Claim claim, long answer) {
    Rate rate = claim.rate();
    if (answer < 0) {
      return new Verdict(tier, claim, 0, -answer, rate.fullAfterNs());
    }
    int remaining = (int) ((rate.fullAfterNs() - answer) / rate.intervalNs());
    return new Verdict(tier, claim, remaining, 0, answer);
  }

  /** The one of two that matters more to the caller. */
  public Verdict tighter(Verdict other) {
    if (admitted() != other.admitted()) {
      return admitted() ? other : this;
    }
    return other.remaining < remaining ? other : this;
  }
}

package io.ratel.quant.risk.coverage;

import io.ratel.quant.numeric.Normal;

/** Likelihood ratios of counts of exceptions. Safe for any thread. */
public final class Likelihood {
  private Likelihood() {}

  /** The logarithm of p^hits · (1 − p)^misses, with 0⁰ = 1. */
  private static double logarithm(double p, double hits, double misses) {
    return (hits == 0 ? 0 : hits * Math.log(p)) + (misses == 0 ? 0 : misses * Math.log1p(-p));
  }

  /** The proportion of failures: P. Kupiec (1995), eq. 7. */
  public static double proportion(double probability, double hits, double observations) {
    double misses = observations - hits;
    return Math.max(
        0,
        2 * (logarithm(hits / observations, hits, misses) - logarithm(probability, hits, misses)));
  }

  /** The time until the first failure: P. Kupiec (1995), eq. 5. */
  public static double untilFirst(double probability, double time) {
    return Math.max(
        0, 2 * (logarithm(1 / time, 1, time - 1) - logarithm(probability, 1, time - 1)));
  }

  /**
   * Independence of one day from the next: P. Christoffersen (1998), section 3.
   *
   * @param misses00 a miss after a miss
   * @param hits01 a hit after a miss
   * @param misses10 a miss after a hit
   * @param hits11 a hit after a hit
   */
  public static double independence(
      double misses00, double hits01, double misses10, double hits11) {
    double hits = hits01 + hits11;
    double misses = misses00 + misses10;
    double apart =
        logarithm(hits01 / (misses00 + hits01), hits01, misses00)
            + logarithm(hits11 / (misses10 + hits11), hits11, misses10);
    return Math.max(0, 2 * (apart - logarithm(hits / (hits + misses), hits, misses)));
  }

  /** The probability that a χ² number of one degree of freedom is larger. */
  public static double tail1(double ratio) {
    return Normal.erfc(Math.sqrt(ratio / 2));
  }

  /** The same of two degrees. */
  public static double tail2(double ratio) {
    return Math.exp(-ratio / 2);
  }

  /** What a χ² number of one degree does not exceed with a level. */
  public static double critical1(double level) {
    double z = Normal.quantile((1 - level) / 2);
    return z * z;
  }

  /** The same of two degrees. */
  public static double critical2(double level) {
    return -2 * Math.log1p(-level);
  }

  /**
   * The probability of more than a number of hits, of independent ones.
   *
   * @param hits not more than {@code observations}
   */
  public static double moreThan(int hits, double probability, int observations) {
    // Terms of the binomial distribution by their ratios, from the logarithm of the first.
    double logTerm = observations * Math.log1p(-probability);
    double odds = Math.log(probability) - Math.log1p(-probability);
    double below = 0;
    for (int k = 0; k <= hits; k++) {
      below += Math.exp(logTerm);
      logTerm += Math.log((double) (observations - k) / (k + 1)) + odds;
    }
    return Math.clamp(1 - below, 0, 1);
  }
}

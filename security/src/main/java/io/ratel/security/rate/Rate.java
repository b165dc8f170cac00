package io.ratel.security.rate;

/**
 * A token bucket: it holds {@code burst}, and {@code average} come back in every period, evenly.
 *
 * @param burst how much may be asked at once after a rest
 * @param average how much may be asked in each period in the long run
 * @param periodS the period in seconds
 */
public record Rate(int burst, int average, int periodS) {
  public static final int MAX_BURST = 1_000_000;
  public static final int MAX_AVERAGE = 10_000_000;
  public static final int MAX_PERIOD_S = 86_400;
  private static final int MAX_PER_SECOND = 1_000_000;
  private static final int MIN_EVERY_S = 60;
  private static final long SECOND_NS = 1_000_000_000L;

  /**
   * @throws IllegalArgumentException which names the number and its rule
   */
  public Rate {
    require("burst", burst, MAX_BURST);
    require("average", average, MAX_AVERAGE);
    require("periodS", periodS, MAX_PERIOD_S);
    if (average > (long) periodS * MAX_PER_SECOND) {
      throw new IllegalArgumentException(
          "average must be at most 1,000,000 a second, was " + average + " in " + periodS + " s");
    }
    if ((long) average * MIN_EVERY_S < periodS) {
      // Else a slip of an operator's would lock the operators out.
      throw new IllegalArgumentException(
          "average must be at least one a minute, was " + average + " in " + periodS + " s");
    }
  }

  private static void require(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(name + " must be 1 to " + max + ", was " + value);
    }
  }

  /** After how many nanoseconds one comes back: at least a thousand, at most a minute's. */
  public long intervalNs() {
    return periodS * SECOND_NS / average;
  }

  /** How long an empty bucket takes to be full again; at most 6e16. */
  public long fullAfterNs() {
    return burst * intervalNs();
  }

  /** A part of it, in percent, rounded up; never nothing. */
  public Rate percent(int part) {
    int least = Math.ceilDiv(periodS, MIN_EVERY_S);
    return new Rate(of(burst, part), Math.max(least, of(average, part)), periodS);
  }

  private static int of(int whole, int percent) {
    return Math.toIntExact(Math.ceilDiv((long) whole * percent, 100L));
  }

  /** What one of so many nodes may grant when they cannot ask each other. */
  public Rate shareOf(int nodes) {
    int least = Math.ceilDiv(periodS, MIN_EVERY_S);
    return new Rate(Math.ceilDiv(burst, nodes), Math.max(least, average / nodes), periodS);
  }
}

package io.ratel.exchange.corporateaction;

import io.ratel.model.money.Exact;
import java.math.RoundingMode;

/**
 * Each {@code denominator} lots of a company are given {@code numerator} of one that leaves it, and
 * a part of their cost goes along.
 *
 * @param costPpm of the cost, in millionths, as the company allocates it
 */
public record SpinOff(long numerator, long denominator, int costPpm) {
  private static final int MILLION = 1_000_000;

  /**
   * @throws IllegalArgumentException when the ratio is not of positive numbers or more than the
   *     cost is moved
   */
  public SpinOff {
    if (numerator <= 0 || denominator <= 0) {
      throw new IllegalArgumentException(
          "a spin-off must be of positive numbers, was " + numerator + " for " + denominator);
    }
    if (costPpm < 0 || costPpm > MILLION) {
      throw new IllegalArgumentException("costPpm must be from 0 to 1000000, was " + costPpm);
    }
  }

  /** What the holding that remains costs; its lots do not change. */
  public long parentCost(long cost) {
    return cost - moved(cost);
  }

  /**
   * The new holding that comes with one.
   *
   * @param lots of the company that is left
   * @param cost before the spin-off, of the sign of the lots
   * @param lotValue what one lot of the new company is worth
   * @throws ArithmeticException when a number does not fit a {@code long}
   */
  public Holding child(long lots, long cost, long lotValue) {
    return new Split(numerator, denominator).holding(lots, moved(cost), lotValue);
  }

  private long moved(long cost) {
    return Exact.mulDiv(cost, costPpm, MILLION, RoundingMode.HALF_EVEN);
  }
}

package io.ratel.exchange.corporateaction;

import io.ratel.model.money.Exact;
import java.math.RoundingMode;

/**
 * Cash for lots held. What is less than a minor unit of the quote asset for one lot is told for ten
 * of them, or a hundred.
 *
 * @param amount in minor units of the quote asset, for so many lots
 */
public record Dividend(long amount, long lots) {
  /**
   * @throws IllegalArgumentException when a number is not positive
   */
  public Dividend {
    if (amount <= 0 || lots <= 0) {
      throw new IllegalArgumentException(
          "a dividend must be of positive numbers, was " + amount + " for " + lots + " lots");
    }
  }

  /**
   * What is paid to an owner, to the nearest minor unit, halves to even.
   *
   * @param base what is owned, in minor units
   * @param lot minor units of a lot; times {@link #lots} it fits a {@code long}
   * @throws ArithmeticException when it does not fit a {@code long}
   */
  public long cash(long base, long lot) {
    return Exact.mulDiv(base, amount, lot * lots, RoundingMode.HALF_EVEN);
  }

  /**
   * What a position on margin receives; a short one pays, it is negative. Who pays pays the
   * fraction of a minor unit too, who receives does without.
   *
   * @throws ArithmeticException when it does not fit a {@code long}
   */
  public long due(long position) {
    return Exact.mulDiv(position, amount, lots, RoundingMode.FLOOR);
  }

  /** What a lot is worth less, a fraction of a minor unit counting as a whole one. */
  public long perLot() {
    return Exact.mulDiv(amount, 1, lots, RoundingMode.CEILING);
  }
}

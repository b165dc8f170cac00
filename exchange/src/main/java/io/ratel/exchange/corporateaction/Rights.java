package io.ratel.exchange.corporateaction;

import io.ratel.model.money.Exact;
import java.math.RoundingMode;

/**
 * Who holds {@code denominator} lots may buy {@code numerator} new ones for a fixed price.
 *
 * @param lotValue the price of a new lot, in minor units of the quote asset
 */
public record Rights(long numerator, long denominator, long lotValue) {
  /**
   * @throws IllegalArgumentException when a number is not positive
   */
  public Rights {
    if (numerator <= 0 || denominator <= 0 || lotValue <= 0) {
      throw new IllegalArgumentException(
          "rights must be of positive numbers, were "
              + "%d for %d at %d".formatted(numerator, denominator, lotValue));
    }
  }

  /**
   * Whole new lots that a holder may buy; a short holder none.
   *
   * @throws ArithmeticException when they do not fit a {@code long}
   */
  public long granted(long lots) {
    return lots <= 0 ? 0 : Exact.mulDiv(lots, numerator, denominator, RoundingMode.DOWN);
  }

  /**
   * What a lot is worth without the right: the average of the old lots and the new ones, to the
   * nearest minor unit, halves of the difference to even. A right to buy for more than the value is
   * worth nothing.
   *
   * @param before what a lot with the right is worth
   */
  public long valueAfter(long before) {
    return before - rightValue(before);
  }

  /** What the right that a lot carries is worth. */
  public long rightValue(long before) {
    return before <= lotValue
        ? 0
        : Exact.mulDiv(
            before - lotValue,
            numerator,
            Math.addExact(numerator, denominator),
            RoundingMode.HALF_EVEN);
  }

  /**
   * What of a holding's cost goes to its rights: as much as they are of its value.
   *
   * @param before what a lot with the right is worth, positive
   */
  public long cost(long cost, long before) {
    return Exact.mulDiv(cost, rightValue(before), before, RoundingMode.HALF_EVEN);
  }
}

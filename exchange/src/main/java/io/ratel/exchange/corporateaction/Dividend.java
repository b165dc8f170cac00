package io.ratel.exchange.corporateaction;

import io.ratel.model.money.Exact;
import java.math.RoundingMode;

/**
 * Cash for every lot held. Where a lot is a tenth of a share, a dividend per share is one per lot
 * with a scale that is one more.
 *
 * @param amount of a lot, in minor units of the quote asset times 10 to the {@code scale}
 */
public record Dividend(long amount, int scale) {
  public static final int MAX_SCALE = 18;

  /**
   * @throws IllegalArgumentException when the amount is not positive or the scale not possible
   */
  public Dividend {
    if (amount <= 0) {
      throw new IllegalArgumentException("the dividend must be positive, was " + amount);
    }
    if (scale < 0 || scale > MAX_SCALE) {
      throw new IllegalArgumentException("scale must be from 0 to " + MAX_SCALE + ", was " + scale);
    }
  }

  /**
   * What is paid on a holding, to the nearest minor unit, halves to even. A short holder pays: it
   * is negative.
   *
   * @throws ArithmeticException when it does not fit a {@code long}
   */
  public long cash(long lots) {
    long one = 1;
    for (int i = 0; i < scale; i++) {
      one *= 10;
    }
    return Exact.mulDiv(amount, lots, one, RoundingMode.HALF_EVEN);
  }
}

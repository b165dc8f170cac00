package io.ratel.exchange.instrument;

import io.ratel.model.money.Exact;
import java.math.RoundingMode;

/** Distances from a price. */
public final class Prices {
  private static final long MILLION = 1_000_000;

  private Prices() {}

  /** {@code price × (1 + ppm / 1,000,000)}, rounded away from the price, 1 to what fits. */
  public static long moved(long price, long ppm) {
    if (price > Long.MAX_VALUE / (2 * MILLION)) {
      return ppm < 0 ? 1 : Long.MAX_VALUE;
    }
    long moved =
        Exact.mulDiv(
            price, MILLION + ppm, MILLION, ppm < 0 ? RoundingMode.FLOOR : RoundingMode.CEILING);
    return Math.max(1, moved);
  }
}

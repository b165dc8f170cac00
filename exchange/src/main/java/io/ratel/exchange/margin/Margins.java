package io.ratel.exchange.margin;

import io.ratel.model.money.Exact;
import java.math.RoundingMode;

/** What a position with its resting orders may come to. */
public final class Margins {
  private Margins() {}

  /**
   * The largest notional that a position could reach when its open orders fill, by cost: the
   * position as it is, or with all its buys filled, or with all its sells. Orders against the
   * position close it first; of a side that is more than that, the part beyond counts at the side's
   * average price, rounded up.
   *
   * @param quantity lots, negative when short
   * @param cost of the quantity's sign, in minor units of the quote asset
   * @param buyLots that resting orders could buy, for {@code buyValue} altogether
   * @param sellLots that resting orders could sell, for {@code sellValue} altogether
   * @return minor units of the quote asset, not negative
   * @throws ArithmeticException when it does not fit a {@code long}
   * @throws IllegalArgumentException when the cost has not the sign of the quantity, or a number of
   *     the open orders is negative
   */
  public static long exposure(
      long quantity, long cost, long buyLots, long buyValue, long sellLots, long sellValue) {
    if (cost != 0 && Long.signum(cost) != Long.signum(quantity)) {
      throw new IllegalArgumentException(
          "a position of " + quantity + " lots cannot have cost " + cost);
    }
    if ((buyLots | buyValue | sellLots | sellValue) < 0) {
      throw new IllegalArgumentException(
          "open orders cannot buy %d lots for %d and sell %d for %d"
              .formatted(buyLots, buyValue, sellLots, sellValue));
    }
    long held = Math.absExact(quantity);
    long now = Math.absExact(cost);
    long bought = quantity >= 0 ? Math.addExact(now, buyValue) : beyond(held, buyLots, buyValue);
    long sold = quantity <= 0 ? Math.addExact(now, sellValue) : beyond(held, sellLots, sellValue);
    return Math.max(now, Math.max(bought, sold));
  }

  /** The value of what a side of open orders trades after it has closed what is held. */
  private static long beyond(long held, long lots, long value) {
    return lots <= held ? 0 : Exact.mulDiv(value, lots - held, lots, RoundingMode.CEILING);
  }
}

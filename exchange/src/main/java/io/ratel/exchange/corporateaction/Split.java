package io.ratel.exchange.corporateaction;

import io.ratel.model.money.Exact;
import io.ratel.model.order.Side;
import java.math.RoundingMode;

/**
 * Each {@code denominator} lots become {@code numerator}: seven for one is {@code (7, 1)}, one for
 * ten {@code (1, 10)}.
 */
public record Split(long numerator, long denominator) {
  /**
   * @throws IllegalArgumentException when a number is not positive
   */
  public Split {
    if (numerator <= 0 || denominator <= 0) {
      throw new IllegalArgumentException(
          "a split must be of positive numbers, was " + numerator + " for " + denominator);
    }
  }

  /**
   * The whole lots that become of some, of either sign. What remains of an order may become 0: then
   * it cannot stay.
   *
   * @throws ArithmeticException when they do not fit a {@code long}
   */
  public long lots(long lots) {
    return Exact.mulDiv(lots, numerator, denominator, RoundingMode.DOWN);
  }

  /**
   * An order's price in ticks, never worse for its owner than before: a buyer's is rounded down and
   * a seller's up. A buyer's may become 0: then the order cannot stay.
   *
   * @throws ArithmeticException when it does not fit a {@code long}
   */
  public long price(Side side, long ticks) {
    RoundingMode rounding = side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING;
    return Exact.mulDiv(ticks, denominator, numerator, rounding);
  }

  /**
   * What a holding becomes. The cost of the fraction cut off is its share of the cost, to the
   * nearest minor unit, halves to even; so is the cash for it.
   *
   * @param cost of the sign of the lots
   * @param lotValue what one lot is worth after the split
   * @throws ArithmeticException when a number does not fit a {@code long}
   */
  public Holding holding(long lots, long cost, long lotValue) {
    long parts = Math.multiplyExact(lots, numerator); // of which denominator are a lot
    long fraction = parts % denominator;
    if (fraction == 0) {
      return new Holding(parts / denominator, cost, 0, 0);
    }
    long cash = Exact.mulDiv(lotValue, fraction, denominator, RoundingMode.HALF_EVEN);
    long fractionCost =
        Exact.mulDiv(cost, Math.abs(fraction), Math.absExact(parts), RoundingMode.HALF_EVEN);
    return new Holding(
        parts / denominator, cost - fractionCost, cash, Math.subtractExact(cash, fractionCost));
  }
}

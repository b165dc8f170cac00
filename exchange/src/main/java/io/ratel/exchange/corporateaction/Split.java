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
   * nearest minor unit, halves to even; so is the cash for it. Where nothing is paid for it, whole
   * lots keep its cost.
   *
   * @param cost of the sign of the lots
   * @param lotValue what one lot is worth after the split; 0 when nothing is paid
   * @throws ArithmeticException when a number does not fit a {@code long}
   */
  public Holding holding(long lots, long cost, long lotValue) {
    long parts = Math.multiplyExact(lots, numerator); // of which denominator are a lot
    long fraction = parts % denominator;
    if (fraction == 0 || (lotValue == 0 && parts / denominator != 0)) {
      return new Holding(parts / denominator, cost, 0, 0);
    }
    long cash = Exact.mulDiv(lotValue, fraction, denominator, RoundingMode.HALF_EVEN);
    long fractionCost =
        Exact.mulDiv(cost, Math.abs(fraction), Math.absExact(parts), RoundingMode.HALF_EVEN);
    return new Holding(
        parts / denominator, cost - fractionCost, cash, Math.subtractExact(cash, fractionCost));
  }

  /**
   * What becomes of something that is owned. With a price for a lot whole lots stay and the rest is
   * paid, as {@link #holding} pays it; without one all of it stays, but less than a minor unit.
   *
   * @param base what is owned, in minor units, not negative
   * @param lot minor units of a lot; times the denominator it fits a {@code long}
   * @throws ArithmeticException when a number does not fit a {@code long}
   */
  public Owned owned(long base, long lot, long lotValue) {
    long rest = base % denominator * numerator; // each factor is short
    long after =
        Math.addExact(Math.multiplyExact(base / denominator, numerator), rest / denominator);
    if (lotValue == 0) {
      return new Owned(after, 0);
    }
    long fraction = after % lot * denominator + rest % denominator;
    long cash = Exact.mulDiv(lotValue, fraction, lot * denominator, RoundingMode.HALF_EVEN);
    return new Owned(after - after % lot, cash);
  }

  /**
   * What is owned after an action, in minor units, and what was paid for the rest, in minor units
   * of the quote asset.
   */
  public record Owned(long base, long cash) {}
}

package io.ratel.exchange.position;

import io.ratel.model.money.Exact;
import io.ratel.model.order.Side;
import java.math.RoundingMode;

/**
 * The net of an account's fills in one instrument, at average cost. Fees are not part of it: they
 * are postings of their own.
 *
 * @param quantity in lots, negative when more was sold than bought
 * @param cost what the open quantity was traded for, in minor units of the quote asset, of the same
 *     sign; {@code cost / quantity} is the average price
 * @param realizedPnl what closed quantities earned, in minor units of the quote asset
 */
public record Position(long quantity, long cost, long realizedPnl) {
  public static final Position FLAT = new Position(0, 0, 0);

  /**
   * The position after a fill. A fill against the position closes it first, at its average cost;
   * what is more than that opens the other way. When only a part is closed, its share of the cost
   * is rounded to the nearest minor unit, halves to even, and the rest stays, so nothing is lost.
   *
   * @param lots positive
   * @param value of the fill, in minor units of the quote asset
   * @throws ArithmeticException when a number does not fit a {@code long}
   */
  public Position traded(Side side, long lots, long value) {
    long signedLots = side == Side.BUY ? lots : -lots;
    long signedValue = side == Side.BUY ? value : -value;
    if (Long.signum(quantity) * Long.signum(signedLots) >= 0) {
      return new Position(
          Math.addExact(quantity, signedLots), Math.addExact(cost, signedValue), realizedPnl);
    }
    long open = Math.absExact(quantity);
    long closing = Math.min(lots, open);
    long closedCost = part(cost, closing, open);
    long closedValue = part(signedValue, closing, lots);
    return new Position(
        Math.addExact(quantity, signedLots),
        Math.addExact(Math.subtractExact(cost, closedCost), signedValue - closedValue),
        Math.subtractExact(Math.subtractExact(realizedPnl, closedValue), closedCost));
  }

  private static long part(long amount, long share, long whole) {
    return share == whole ? amount : Exact.mulDiv(amount, share, whole, RoundingMode.HALF_EVEN);
  }

  /**
   * What closing everything at once would earn.
   *
   * @param value of the open quantity at the price that counts, in minor units of the quote asset
   */
  public long unrealizedPnl(long value) {
    return Math.subtractExact(value, cost);
  }
}

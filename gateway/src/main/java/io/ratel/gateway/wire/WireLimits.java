package io.ratel.gateway.wire;

import io.ratel.gateway.operation.Decimal;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.money.Asset;
import io.ratel.model.money.FixedPoint;
import org.jspecify.annotations.Nullable;

/**
 * What an account may do at most; null is no limit.
 *
 * @param asset that amounts are in; for an instrument quoted in another one they count by its minor
 *     units
 * @param orderNotional value of one order
 * @param positionNotional value of one position, with the order
 * @param dailyLoss realised loss and fees of a UTC day, after which only reducing is allowed
 * @param orderLots of one order
 * @param collar how far from the reference a limit price may lie on the costly side, a fraction
 */
public record WireLimits(
    String accountId,
    String asset,
    @Nullable Decimal orderNotional,
    @Nullable Decimal positionNotional,
    @Nullable Decimal dailyLoss,
    @Nullable Long orderLots,
    @Nullable Integer openOrders,
    @Nullable Integer ordersPerSecond,
    @Nullable Decimal collar) {
  private static final int PPM_SCALE = 6;

  /**
   * @param unit that amounts are told in
   */
  public static WireLimits of(long accountId, AccountLimits limits, Asset unit) {
    return new WireLimits(
        Long.toString(accountId),
        unit.code(),
        amount(limits.orderNotional(), unit),
        amount(limits.positionNotional(), unit),
        amount(limits.dailyLoss(), unit),
        limits.orderQuantity() == 0 ? null : limits.orderQuantity(),
        limits.openOrders() == 0 ? null : limits.openOrders(),
        limits.ordersPerSecond() == 0 ? null : limits.ordersPerSecond(),
        limits.collarPpm() == 0
            ? null
            : new Decimal(FixedPoint.trimmed(limits.collarPpm(), PPM_SCALE)));
  }

  private static @Nullable Decimal amount(long minorUnits, Asset unit) {
    return minorUnits == 0 ? null : new Decimal(unit.format(minorUnits));
  }
}

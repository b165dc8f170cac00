package io.ratel.gateway.wire;

import io.ratel.gateway.operation.Decimal;
import io.ratel.model.money.Asset;

/**
 * What an account has and needs in one asset.
 *
 * @param equity its total and what closing its positions at their marks would earn
 * @param initialMargin held for its positions and their open orders
 * @param maintenanceMargin below which it is liquidated
 * @param free what it may put behind new positions
 */
public record WireMargin(
    String accountId,
    String asset,
    Decimal equity,
    Decimal unrealizedPnl,
    Decimal initialMargin,
    Decimal maintenanceMargin,
    Decimal free) {
  public static WireMargin of(
      long accountId,
      Asset asset,
      long equity,
      long unrealizedPnl,
      long initialMargin,
      long maintenanceMargin,
      long free) {
    return new WireMargin(
        Long.toString(accountId),
        asset.code(),
        new Decimal(asset.format(equity)),
        new Decimal(asset.format(unrealizedPnl)),
        new Decimal(asset.format(initialMargin)),
        new Decimal(asset.format(maintenanceMargin)),
        new Decimal(asset.format(free)));
  }
}

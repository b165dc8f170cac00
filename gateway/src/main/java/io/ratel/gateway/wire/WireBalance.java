package io.ratel.gateway.wire;

import io.ratel.exchange.view.TradingViews.BalanceView;
import io.ratel.gateway.operation.Decimal;
import io.ratel.model.money.Asset;

/** What an account has of one asset; {@code available = total - held}. */
public record WireBalance(
    String accountId, String asset, Decimal total, Decimal held, Decimal available) {
  public static WireBalance of(BalanceView balance) {
    Asset asset = balance.asset();
    return new WireBalance(
        Long.toString(balance.accountId()),
        asset.code(),
        new Decimal(asset.format(balance.total())),
        new Decimal(asset.format(balance.held())),
        new Decimal(asset.format(Math.subtractExact(balance.total(), balance.held()))));
  }
}

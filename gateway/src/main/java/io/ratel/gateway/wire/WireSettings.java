package io.ratel.gateway.wire;

import io.ratel.exchange.view.AccountViews.AccountView;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.CostMethod;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MarginModel;
import io.ratel.model.account.PositionMode;
import io.ratel.model.order.SelfTradePrevention;
import org.jspecify.annotations.Nullable;

/**
 * How an account trades.
 *
 * @param parentId the account whose limits bind this one too, null for an account of its own
 * @param killed whether its trading is stopped
 */
public record WireSettings(
    String accountId,
    @Nullable String parentId,
    MarginMode marginMode,
    MarginModel marginModel,
    int leverage,
    PositionMode positionMode,
    CostMethod costMethod,
    SelfTradePrevention selfTradePrevention,
    int feeTier,
    boolean killed) {
  public static WireSettings of(AccountView account, AccountConfig config) {
    return new WireSettings(
        Long.toString(account.id()),
        account.parentId() == 0 ? null : Long.toString(account.parentId()),
        config.marginMode(),
        config.marginModel(),
        config.leverage(),
        config.positionMode(),
        config.costMethod(),
        config.selfTrade(),
        config.feeTier(),
        account.killed());
  }
}

package io.ratel.exchange.codec;

import io.ratel.exchange.wire.AccountConfigBlockDecoder;
import io.ratel.exchange.wire.AccountConfigBlockEncoder;
import io.ratel.exchange.wire.AccountLimitsBlockDecoder;
import io.ratel.exchange.wire.AccountLimitsBlockEncoder;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.account.CostMethod;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MarginModel;
import io.ratel.model.account.PositionMode;
import io.ratel.model.order.SelfTradePrevention;

/** How an account trades and what it may do at most. */
public final class AccountBlocks {
  private static final MarginMode[] MARGIN_MODES = MarginMode.values();
  private static final MarginModel[] MARGIN_MODELS = MarginModel.values();
  private static final PositionMode[] POSITION_MODES = PositionMode.values();
  private static final CostMethod[] COST_METHODS = CostMethod.values();
  private static final SelfTradePrevention[] PREVENTIONS = SelfTradePrevention.values();

  private AccountBlocks() {}

  public static void encode(AccountConfig config, AccountConfigBlockEncoder into) {
    into.leverage(config.leverage())
        .feeTier((short) config.feeTier())
        .marginMode((short) config.marginMode().ordinal())
        .marginModel((short) config.marginModel().ordinal())
        .positionMode((short) config.positionMode().ordinal())
        .costMethod((short) config.costMethod().ordinal())
        .selfTrade((short) config.selfTrade().ordinal());
  }

  /**
   * @throws IllegalArgumentException when a number is out of its range
   * @throws IndexOutOfBoundsException when a word is unknown
   */
  public static AccountConfig decode(AccountConfigBlockDecoder from) {
    return new AccountConfig(
        MARGIN_MODES[from.marginMode()],
        MARGIN_MODELS[from.marginModel()],
        POSITION_MODES[from.positionMode()],
        COST_METHODS[from.costMethod()],
        PREVENTIONS[from.selfTrade()],
        from.leverage(),
        from.feeTier());
  }

  public static void encode(AccountLimits limits, AccountLimitsBlockEncoder into) {
    into.orderNotional(limits.orderNotional())
        .positionNotional(limits.positionNotional())
        .dailyLoss(limits.dailyLoss())
        .orderQuantity(limits.orderQuantity())
        .openOrders(limits.openOrders())
        .ordersPerSecond(limits.ordersPerSecond())
        .collarPpm(limits.collarPpm());
  }

  /**
   * @throws IllegalArgumentException when a number is negative
   */
  public static AccountLimits decode(AccountLimitsBlockDecoder from) {
    return new AccountLimits(
        from.orderNotional(),
        from.positionNotional(),
        from.dailyLoss(),
        from.orderQuantity(),
        from.openOrders(),
        from.ordersPerSecond(),
        from.collarPpm());
  }
}

package io.ratel.model.account;

import io.ratel.model.order.SelfTradePrevention;

/**
 * How an account trades.
 *
 * @param leverage 1 to 1,000; bears on margin with {@link MarginModel#LEVERAGED} only
 * @param feeTier from 0
 * @param selfTrade what an order gets that asks for nothing
 */
public record AccountConfig(
    MarginMode marginMode,
    MarginModel marginModel,
    PositionMode positionMode,
    CostMethod costMethod,
    SelfTradePrevention selfTrade,
    int leverage,
    int feeTier) {
  public static final int MAX_LEVERAGE = 1_000;

  /** What an account has when it is opened: it pays in full. */
  public static final AccountConfig CASH =
      new AccountConfig(
          MarginMode.CASH,
          MarginModel.STANDARD,
          PositionMode.NETTING,
          CostMethod.AVERAGE,
          SelfTradePrevention.NONE,
          1,
          0);

  public AccountConfig {
    if (leverage < 1 || leverage > MAX_LEVERAGE) {
      throw new IllegalArgumentException("leverage must be 1 to 1,000, was " + leverage);
    }
    if (feeTier < 0 || feeTier > 7) {
      throw new IllegalArgumentException("feeTier must be 0 to 7, was " + feeTier);
    }
  }

  /** The same with another way to be margined. */
  public AccountConfig with(MarginMode mode, MarginModel model, int times) {
    return new AccountConfig(mode, model, positionMode, costMethod, selfTrade, times, feeTier);
  }

  /** The same with another way to keep positions. */
  public AccountConfig with(PositionMode mode, CostMethod method) {
    return new AccountConfig(marginMode, marginModel, mode, method, selfTrade, leverage, feeTier);
  }

  /** The same in another fee tier. */
  public AccountConfig withFeeTier(int tier) {
    return new AccountConfig(
        marginMode, marginModel, positionMode, costMethod, selfTrade, leverage, tier);
  }

  /** The same with another default against trades with itself. */
  public AccountConfig with(SelfTradePrevention mode) {
    return new AccountConfig(
        marginMode, marginModel, positionMode, costMethod, mode, leverage, feeTier);
  }
}

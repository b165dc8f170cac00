package io.ratel.exchange.event;

import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.instrument.CorporateAction;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.account.KillScope;
import io.ratel.model.account.LiquidationStep;
import io.ratel.model.account.MoveReason;
import io.ratel.model.account.PositionSide;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.Algo;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderOrigin;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.Optional;

/**
 * Something that happened in the exchange. Amounts in minor units, prices in ticks, quantities in
 * lots.
 */
public sealed interface Event {
  record AssetListed(int assetId, String code, int scale) implements Event {}

  record InstrumentListed(
      int instrumentId,
      String symbol,
      InstrumentKind kind,
      int baseId,
      int quoteId,
      Step tick,
      Step lot,
      int makerFeePpm,
      int takerFeePpm,
      int collarPpm,
      Step multiplier)
      implements Event {}

  /**
   * @param parentId 0 for an account of its own
   */
  record AccountOpened(long accountId, String key, long parentId) implements Event {}

  record Transferred(
      long transferId,
      TransferKind kind,
      long fromAccountId,
      long toAccountId,
      int assetId,
      long amount)
      implements Event {}

  record OrderAccepted(
      long orderId,
      long accountId,
      int instrumentId,
      Side side,
      OrderType type,
      TimeInForce timeInForce,
      long price,
      long quantity,
      String key)
      implements Event {}

  /**
   * One match. The trade's id is the event's sequence. The buyer pays {@code value} plus its fee,
   * the seller receives {@code value} less its fee, both in the quote asset.
   */
  record Traded(
      int instrumentId,
      long makerOrderId,
      long takerOrderId,
      long makerAccountId,
      long takerAccountId,
      Side takerSide,
      long price,
      long quantity,
      long value,
      long makerFee,
      long takerFee)
      implements Event {}

  /**
   * An open order has another price or quantity.
   *
   * @param quantity in lots, what has been filled included
   */
  record OrderReplaced(long orderId, long accountId, int instrumentId, long price, long quantity)
      implements Event {}

  /** The rest of an order left the market. */
  record OrderCanceled(
      long orderId, long accountId, int instrumentId, long remaining, CancelReason reason)
      implements Event {}

  /** What now rests at a price; quantity 0 when nothing does. */
  record LevelChanged(int instrumentId, Side side, long price, long quantity, int orders)
      implements Event {}

  /** What an account now has; {@code available = total - held}. */
  record BalanceChanged(long accountId, int assetId, long total, long held) implements Event {}

  /**
   * What an order asks for beyond its price and quantity; follows its {@link OrderAccepted}.
   *
   * @param group the order whose group it is in, 0 none
   * @param parent the order that made it, 0 none
   * @param flags of {@link io.ratel.exchange.order.OrderTerms}
   * @param algo empty when it does not split
   * @param status pending while it waits
   */
  record OrderConditioned(
      long orderId,
      long accountId,
      long trigger,
      long trail,
      long display,
      long expiryNs,
      long group,
      long parent,
      long startNs,
      long endNs,
      long intervalNs,
      int participationPpm,
      int flags,
      SelfTradePrevention selfTrade,
      PositionEffect effect,
      Optional<Algo> algo,
      OrderStatus status,
      OrderOrigin origin)
      implements Event {}

  /** A price has reached the order's trigger: it goes to the market. */
  record OrderTriggered(long orderId, long accountId, int instrumentId, long price)
      implements Event {}

  /** A trailing stop's trigger has followed the market. */
  record TriggerMoved(long orderId, long accountId, long trigger) implements Event {}

  /** A leg whose parent has filled now protects so much. */
  record OrderArmed(long orderId, long accountId, long quantity) implements Event {}

  /**
   * What a position now is.
   *
   * @param margin held for it and its open orders, in minor units of the quote asset
   */
  record PositionChanged(
      long accountId,
      int instrumentId,
      PositionSide side,
      long quantity,
      long cost,
      long realizedPnl,
      long margin)
      implements Event {}

  /**
   * Money or shares that moved for another reason than a transfer or a trade.
   *
   * @param instrumentId -1 when no instrument was the reason
   */
  record Moved(
      long fromAccountId,
      long toAccountId,
      int assetId,
      long amount,
      int instrumentId,
      MoveReason reason)
      implements Event {}

  /**
   * What a market is worth.
   *
   * @param mark what values positions from now on
   * @param trusted false when it lay outside the band: it values, but triggers nothing
   */
  record Marked(int instrumentId, long last, long low, long high, long mark, boolean trusted)
      implements Event {}

  /**
   * @param auctionPrice in ticks, 0 when no auction ended
   */
  record TradingStateChanged(
      int instrumentId, TradingState state, long auctionPrice, long auctionQuantity)
      implements Event {}

  record MarketTermsChanged(int instrumentId, MarketTerms terms) implements Event {}

  record AccountConfigured(long accountId, AccountConfig config) implements Event {}

  record LimitsSet(long accountId, AccountLimits limits) implements Event {}

  record KillSwitchSet(KillScope scope, long id, boolean engaged) implements Event {}

  /**
   * Equity has fallen below what the positions need to be opened.
   *
   * @param instrumentId of an isolated position, else -1
   */
  record MarginCalled(
      long accountId,
      int assetId,
      int instrumentId,
      long equity,
      long initialMargin,
      long maintenanceMargin)
      implements Event {}

  /**
   * One step of a liquidation, with the numbers that made it necessary.
   *
   * @param instrumentId -1 when it canceled orders
   * @param quantity lots of the position that the step is for, signed as the position is
   * @param price the bankruptcy price in ticks, which the step may not pass
   * @param orderId of the step's order, 0 when it made none
   */
  record Liquidated(
      long accountId,
      int instrumentId,
      LiquidationStep step,
      long equity,
      long maintenanceMargin,
      long quantity,
      long price,
      long orderId)
      implements Event {}

  record Settled(int instrumentId, long price) implements Event {}

  record Funded(int instrumentId, int ratePpm, long mark) implements Event {}

  record CorporateActionApplied(int instrumentId, CorporateAction action) implements Event {}

  /**
   * @param amount paid in, negative when paid out
   * @param units what the member now has
   * @param totalUnits what all members have
   */
  record UnitsMoved(
      long poolAccountId,
      long memberAccountId,
      int assetId,
      long amount,
      long units,
      long totalUnits)
      implements Event {}

  /** Every waiting order and every position was looked at; {@code breaches} should be 0. */
  record Swept(long orders, long positions, long breaches) implements Event {}
}

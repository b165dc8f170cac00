package io.ratel.exchange.event;

import io.ratel.exchange.command.TransferKind;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;

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
      int collarPpm)
      implements Event {}

  record AccountOpened(long accountId, String key) implements Event {}

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
}

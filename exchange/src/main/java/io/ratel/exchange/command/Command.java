package io.ratel.exchange.command;

import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;

/**
 * A request to the exchange. A {@code key} is 1 to 36 printable ASCII characters by which the
 * sender recognises a request: the same key with the same content again is answered as before and
 * has no second effect; with other content it is refused. An empty key asks for no such memory.
 */
public sealed interface Command {
  /** Makes an asset known. Listing the same asset again is answered as the first time. */
  record ListAsset(String code, int scale) implements Command {}

  /** Opens a market; see {@link io.ratel.model.instrument.Instrument} for the bounds. */
  record ListInstrument(
      String symbol,
      InstrumentKind kind,
      String base,
      String quote,
      Step tick,
      Step lot,
      int makerFeePpm,
      int takerFeePpm,
      int collarPpm)
      implements Command {}

  /**
   * Opens an account; the reply's id is its number. The key is remembered for ever: opening it
   * again answers with the same account.
   */
  record OpenAccount(String key) implements Command {}

  /**
   * Moves money between two accounts, or in from or out to the world.
   *
   * @param fromAccountId {@link #WORLD} for a deposit
   * @param toAccountId {@link #WORLD} for a withdrawal
   * @param amount positive, in minor units
   */
  record Transfer(
      TransferKind kind, long fromAccountId, long toAccountId, int assetId, long amount, String key)
      implements Command {}

  /**
   * @param price in ticks, 0 for a market order
   * @param quantity in lots
   */
  record PlaceOrder(
      long accountId,
      int instrumentId,
      Side side,
      OrderType type,
      TimeInForce timeInForce,
      long price,
      long quantity,
      String key)
      implements Command {}

  /** Cancels what remains of an order. */
  record CancelOrder(long accountId, long orderId) implements Command {}

  /**
   * Gives an open order another price or quantity. A smaller quantity keeps the order's place in
   * the queue; anything else takes it to the end, and a price that meets the other side trades.
   *
   * @param price in ticks, 0 to keep it
   * @param quantity in lots, what has been filled included, 0 to keep it
   */
  record ReplaceOrder(long accountId, long orderId, long price, long quantity) implements Command {}

  /** The account outside: what it owes is what the exchange holds. */
  long WORLD = 1;

  /** The account that collects fees. */
  long FEES = 2;
}

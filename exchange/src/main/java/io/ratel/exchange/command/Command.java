package io.ratel.exchange.command;

import io.ratel.exchange.instrument.CorporateAction;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.account.KillScope;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
      int collarPpm,
      Step multiplier)
      implements Command {
    /** A contract is one of the base. */
    public ListInstrument(
        String symbol,
        InstrumentKind kind,
        String base,
        String quote,
        Step tick,
        Step lot,
        int makerFeePpm,
        int takerFeePpm,
        int collarPpm) {
      this(
          symbol,
          kind,
          base,
          quote,
          tick,
          lot,
          makerFeePpm,
          takerFeePpm,
          collarPpm,
          Instrument.ONE);
    }
  }

  /**
   * Opens an account; the reply's id is its number. The key is remembered for ever: opening it
   * again answers with the same account.
   *
   * @param parentId the account whose limits bind this one too; 0 for none
   */
  record OpenAccount(String key, long parentId) implements Command {
    /** An account of its own. */
    public OpenAccount(String key) {
      this(key, 0);
    }
  }

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
      OrderConditions conditions,
      String key)
      implements Command {
    /** A plain order. */
    public PlaceOrder(
        long accountId,
        int instrumentId,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        long price,
        long quantity,
        String key) {
      this(
          accountId,
          instrumentId,
          side,
          type,
          timeInForce,
          price,
          quantity,
          OrderConditions.NONE,
          key);
    }
  }

  /** Cancels what remains of an order. */
  record CancelOrder(long accountId, long orderId) implements Command {}

  /**
   * Gives an open order another price or quantity. A smaller quantity keeps the order's place in
   * the queue; anything else takes it to the end, and a price that meets the other side trades.
   *
   * @param price in ticks, 0 to keep it
   * @param quantity in lots, what has been filled included, 0 to keep it
   * @param trigger in ticks, of an order that waits; 0 to keep it
   */
  record ReplaceOrder(long accountId, long orderId, long price, long quantity, long trigger)
      implements Command {
    /** Another price or quantity. */
    public ReplaceOrder(long accountId, long orderId, long price, long quantity) {
      this(accountId, orderId, price, quantity, 0);
    }
  }

  /** Cancels every open order of an account that fits; waiting ones too. */
  record CancelOrders(long accountId, OptionalInt instrumentId, Optional<Side> side)
      implements Command {}

  /**
   * Cancels all orders of an account after a time, unless it is sent again before: what a client
   * sends while it is there.
   *
   * @param timeoutNs 0 disarms
   */
  record CancelAllAfter(long accountId, long timeoutNs) implements Command {}

  /** Says how an account trades; its positions and orders must allow the change. */
  record ConfigureAccount(long accountId, AccountConfig config) implements Command {}

  /** Says what an account may do at most; those of a parent bind its parts too. */
  record SetLimits(long accountId, AccountLimits limits) implements Command {}

  /**
   * Stops or lets go the trading of an account, an instrument or the venue. Stopping cancels the
   * open orders; canceling stays possible.
   *
   * @param id of the account or the instrument; 0 for the venue
   */
  record SetKillSwitch(KillScope scope, long id, boolean engaged) implements Command {}

  /** Sets what an operator may set of a market. */
  record SetMarketTerms(int instrumentId, MarketTerms terms) implements Command {}

  /** Opens, halts or closes a market, or begins an auction; leaving an auction ends it. */
  record SetTradingState(int instrumentId, TradingState state) implements Command {}

  /**
   * Sets the week of a market.
   *
   * @param changes at most 32, by rising minute
   * @param closedDays whole UTC days without trading, as days since 1970, at most 64
   */
  record SetCalendar(int instrumentId, List<CalendarChange> changes, List<Integer> closedDays)
      implements Command {}

  /**
   * A change of state in every week.
   *
   * @param minuteOfWeek Monday 00:00 UTC is 0
   */
  record CalendarChange(int minuteOfWeek, TradingState state) {}

  /**
   * What a market elsewhere did since the mark before: at most one in 100 ms for an instrument. Low
   * and high trigger orders, so none is missed.
   *
   * @param fromSequence of the source: the first tick that is in
   * @param toSequence the last
   * @param timeNs of the last tick
   */
  record Mark(
      int instrumentId,
      long last,
      long low,
      long high,
      long fromSequence,
      long toSequence,
      long timeNs)
      implements Command {}

  /** Lets time pass: what is due at the command's timestamp is done. */
  record AdvanceTime() implements Command {}

  /**
   * Longs pay shorts a rate of their notional at the mark, or the other way when it is negative.
   *
   * @param ratePpm millionths
   */
  record Fund(int instrumentId, int ratePpm) implements Command {}

  /**
   * Closes all positions at a price, for good.
   *
   * @param price in ticks, 0 for the mark
   */
  record Settle(int instrumentId, long price) implements Command {}

  /** Adjusts balances, positions, their cost and the open orders to what a company did. */
  record ApplyCorporateAction(int instrumentId, CorporateAction action) implements Command {}

  /**
   * A member buys units of a pool's account at their value, or gives units back.
   *
   * @param amount paid in, in minor units; 0 when units are given back
   * @param units given back; 0 when an amount is paid in
   */
  record MoveUnits(
      long poolAccountId, long memberAccountId, int assetId, long amount, long units, String key)
      implements Command {}

  /** The account outside: what it owes is what the exchange holds. */
  long WORLD = 1;

  /** The account that collects fees. */
  long FEES = 2;

  /** The account between the sides of margined positions: it pays profits and takes losses. */
  long CLEARING = 3;

  /** The fund that takes over what liquidations cannot sell. */
  long INSURANCE = 4;

  /** The house: the other side of dealt trades. */
  long DEALER = 5;
}

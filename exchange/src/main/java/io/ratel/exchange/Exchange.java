package io.ratel.exchange;

import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.book.OrderBook;
import io.ratel.exchange.event.EventWriter;
import io.ratel.exchange.machine.Machine;
import io.ratel.model.money.Asset;
import org.agrona.DirectBuffer;

/**
 * The trading machine as others see it. The same commands with the same ids and timestamps make the
 * same events and the same state on every machine and every time. A refused command changes
 * nothing.
 *
 * <p>One thread only. No I/O, no clock, no chance.
 */
public final class Exchange {
  final Machine machine = new Machine();

  /**
   * Applies one command.
   *
   * @param commandId the command's place in the log, larger than every one before
   * @param timestamp nanoseconds since 1970 UTC
   * @param events receives the blocks of events. A refused command makes none of its own, but what
   *     was due by its time is in them
   * @param answer receives the answer
   */
  public void apply(
      long commandId,
      long timestamp,
      DirectBuffer buffer,
      int offset,
      int length,
      EventWriter events,
      Answer answer) {
    machine.apply(commandId, timestamp, buffer, offset, length, events, answer);
  }

  /** The number of the last event made. */
  public long sequence() {
    return machine.sequence;
  }

  /** The id of the last command applied. */
  public long lastCommandId() {
    return machine.lastCommandId;
  }

  /** The time of the last command applied, nanoseconds since 1970 UTC. */
  public long lastTimestampNs() {
    return machine.lastTimestamp;
  }

  /** What an account has of an asset, in minor units; 0 for an account that does not exist. */
  public long total(long accountId, int asset) {
    int account = machine.accounts.find(accountId);
    return account == Accounts.NONE ? 0 : machine.ledger.total(account, asset);
  }

  /** What of an account's total stands behind its orders and positions. */
  public long held(long accountId, int asset) {
    int account = machine.accounts.find(accountId);
    return account == Accounts.NONE ? 0 : machine.ledger.held(account, asset);
  }

  /** An asset by id. */
  public Asset asset(int assetId) {
    return machine.listings.asset(assetId);
  }

  /** The book of an instrument, to look at. */
  public OrderBook book(int instrument) {
    return machine.listings.book(instrument);
  }

  /** Instruments listed so far; their ids are below. */
  public int instrumentCount() {
    return machine.listings.instrumentCount();
  }

  /** Orders that rest in the books. */
  public int restingOrders() {
    return machine.orders.size();
  }

  /** When something is due next, nanoseconds since 1970 UTC; {@link Long#MAX_VALUE} never. */
  public long nextDueNs() {
    return machine.timers.nextNs();
  }

  /** The machine itself, to look at. */
  public Machine machine() {
    return machine;
  }
}

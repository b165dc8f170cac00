package io.ratel.exchange;

import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.account.RestingLists;
import io.ratel.exchange.book.OrderBook;
import io.ratel.exchange.book.Orders;
import io.ratel.exchange.event.EventWriter;
import io.ratel.exchange.ledger.Ledger;
import io.ratel.exchange.order.Groups;
import io.ratel.exchange.position.Positions;
import io.ratel.exchange.time.Timers;
import io.ratel.exchange.trigger.WaitingOrders;
import io.ratel.model.money.Asset;
import org.agrona.DirectBuffer;

/**
 * The trading machine. The same commands with the same ids and timestamps make the same events and
 * the same state on every machine and every time. A refused command changes nothing.
 *
 * <p>One thread only. No I/O, no clock, no chance.
 */
public final class Exchange {
  /** Ids of orders that the machine makes itself begin here; places in the log stay below. */
  private static final long FIRST_OWN_ID = 1L << 52;

  final Accounts accounts = new Accounts();
  final Ledger ledger = new Ledger();
  final Positions positions = new Positions();
  final Orders orders = new Orders();
  final RestingLists resting = new RestingLists();
  final WaitingOrders waiting = new WaitingOrders();
  final Groups groups = new Groups();
  final Timers timers = new Timers();
  final Aftermath aftermath = new Aftermath(this);
  final Listings listings = new Listings(orders);
  final Keys keys = new Keys(Limits.KEYS);

  /** Accounts by the key they were opened with; there is room for all, so none is forgotten. */
  final Keys accountKeys = new Keys(Limits.ACCOUNTS);

  final Collateral collateral = new Collateral(this);
  final Door door = new Door(this);
  final Trading trading = new Trading(this);
  final Dealing dealing = new Dealing(this);
  final Crossing crossing = new Crossing(this);
  final Cancels cancels = new Cancels(this);
  final Replacing replacing = new Replacing(this);
  final Placing placing = new Placing(this);
  final Parents parents = new Parents(this);
  final Consequences consequences = new Consequences(this);
  final Watch watch = new Watch(this);
  final Clock clock = new Clock(this);
  final States states = new States(this);
  final Liquidations liquidations = new Liquidations(this);
  final Funding funding = new Funding(this);
  final Settlement settlement = new Settlement(this);
  final Sweep sweep = new Sweep(this);
  final Units units = new Units(this);
  final Transfers transfers = new Transfers(this);
  final CorporateActions corporateActions = new CorporateActions(this);
  final Operator operator = new Operator(this);
  private final Dispatch dispatch = new Dispatch(this);
  private final Positions.RowHandler positionReport = this::report;
  private final Ledger.RowHandler balanceReport = this::report;

  long sequence;
  long lastCommandId;
  long lastTimestamp;
  long ownIds;
  boolean killed;

  // The command that is applied.
  EventWriter events = new EventWriter();
  long commandId;
  long now;

  /** The number of the last event made. */
  public long sequence() {
    return sequence;
  }

  /** The id of the last command applied. */
  public long lastCommandId() {
    return lastCommandId;
  }

  /** The time of the last command applied, nanoseconds since 1970 UTC. */
  public long lastTimestampNs() {
    return lastTimestamp;
  }

  /** What an account has of an asset, in minor units; 0 for an account that does not exist. */
  public long total(long accountId, int asset) {
    int account = accounts.find(accountId);
    return account == Accounts.NONE ? 0 : ledger.total(account, asset);
  }

  /** What of an account's total stands behind its orders and positions. */
  public long held(long accountId, int asset) {
    int account = accounts.find(accountId);
    return account == Accounts.NONE ? 0 : ledger.held(account, asset);
  }

  /** The book of an instrument, to look at. */
  public OrderBook book(int instrument) {
    return listings.book(instrument);
  }

  /** Instruments listed so far; their ids are below. */
  public int instrumentCount() {
    return listings.instrumentCount();
  }

  /** Orders that rest in the books. */
  public int restingOrders() {
    return orders.size();
  }

  /** When something is due next, nanoseconds since 1970 UTC; {@link Long#MAX_VALUE} never. */
  public long nextDueNs() {
    return timers.nextNs();
  }

  /** An id for an order that the machine makes. */
  long nextId() {
    return FIRST_OWN_ID + ++ownIds;
  }

  /**
   * Applies one command.
   *
   * @param commandId the command's place in the log, larger than every one before
   * @param timestamp nanoseconds since 1970 UTC
   * @param into receives the block of events. A refused command makes none of its own, but what was
   *     due by its time is in it
   * @param answer receives the answer
   */
  public void apply(
      long commandId,
      long timestamp,
      DirectBuffer buffer,
      int offset,
      int length,
      EventWriter into,
      Answer answer) {
    answer.reset(commandId, timestamp);
    this.commandId = commandId;
    now = timestamp;
    events = into;
    events.begin(sequence + 1, timestamp);
    clock.run();
    consequences.run(); // of what was due, and what the command before has left over
    dispatch.apply(buffer, offset, length, answer);
    consequences.run();
    listings.drainTouched(events);
    positions.drainTouched(positionReport);
    ledger.drainTouched(balanceReport);
    sequence += events.end();
    lastCommandId = commandId;
    lastTimestamp = timestamp;
    dispatch.remember(answer);
  }

  private void report(int row) {
    events
        .positionChanged()
        .accountId(accounts.id(positions.account(row)))
        .quantity(positions.quantity(row))
        .cost(positions.cost(row))
        .realizedPnl(positions.realizedPnl(row))
        .margin(positions.margin(row))
        .instrumentId(positions.instrument(row))
        .side((short) positions.side(row).ordinal());
  }

  private void report(int account, int asset, long total, long held) {
    events.balanceChanged().accountId(accounts.id(account)).assetId(asset).total(total).held(held);
  }

  /** An asset by id. */
  public Asset asset(int assetId) {
    return listings.asset(assetId);
  }
}

package io.ratel.exchange.machine;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Limits;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.account.RestingLists;
import io.ratel.exchange.book.Orders;
import io.ratel.exchange.event.EventWriter;
import io.ratel.exchange.house.CorporateActions;
import io.ratel.exchange.house.Crossing;
import io.ratel.exchange.house.Dealing;
import io.ratel.exchange.house.Funding;
import io.ratel.exchange.house.Liquidations;
import io.ratel.exchange.house.Operator;
import io.ratel.exchange.house.Settlement;
import io.ratel.exchange.house.Sweep;
import io.ratel.exchange.house.Transfers;
import io.ratel.exchange.house.Units;
import io.ratel.exchange.ledger.Ledger;
import io.ratel.exchange.order.Groups;
import io.ratel.exchange.position.Positions;
import io.ratel.exchange.time.Timers;
import io.ratel.exchange.trigger.WaitingOrders;
import org.agrona.DirectBuffer;

/**
 * The trading machine. The same commands with the same ids and timestamps make the same events and
 * the same state on every machine and every time. A refused command changes nothing.
 *
 * <p>One thread only. No I/O, no clock, no chance.
 */
public final class Machine {
  /** Ids of orders that the machine makes itself begin here; places in the log stay below. */
  private static final long FIRST_OWN_ID = 1L << 52;

  public final Accounts accounts = new Accounts();
  public final Ledger ledger = new Ledger();
  public final Positions positions = new Positions();
  public final Orders orders = new Orders();
  public final RestingLists resting = new RestingLists();
  public final WaitingOrders waiting = new WaitingOrders();
  public final Groups groups = new Groups();
  public final Timers timers = new Timers();
  public final Aftermath aftermath = new Aftermath(this);
  public final Listings listings = new Listings(orders);
  public final Keys keys = new Keys(Limits.KEYS);

  /** Accounts by the key they were opened with; there is room for all, so none is forgotten. */
  public final Keys accountKeys = new Keys(Limits.ACCOUNTS);

  public final Collateral collateral = new Collateral(this);
  public final Door door = new Door(this);
  public final Trading trading = new Trading(this);
  public final Dealing dealing = new Dealing(this);
  public final Crossing crossing = new Crossing(this);
  public final Cancels cancels = new Cancels(this);
  public final Replacing replacing = new Replacing(this);
  public final Placing placing = new Placing(this);
  public final Parents parents = new Parents(this);
  public final Consequences consequences = new Consequences(this);
  public final Watch watch = new Watch(this);
  public final Clock clock = new Clock(this);
  public final States states = new States(this);
  public final Liquidations liquidations = new Liquidations(this);
  public final Funding funding = new Funding(this);
  public final Settlement settlement = new Settlement(this);
  public final Sweep sweep = new Sweep(this);
  public final Units units = new Units(this);
  public final Transfers transfers = new Transfers(this);
  public final CorporateActions corporateActions = new CorporateActions(this);
  public final Operator operator = new Operator(this);
  private final Dispatch dispatch = new Dispatch(this);
  private final Positions.RowHandler positionReport = this::report;

  public long sequence;
  public long lastCommandId;
  public long lastTimestamp;
  public long ownIds;
  public boolean killed;

  // The command that is applied.
  public EventWriter events = new EventWriter();
  public long commandId;
  public long now;

  /** An id for an order that the machine makes. */
  public long nextId() {
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
    if (timers.isDue(now)) {
      clock.run();
    }
    follow(); // what was due, and what the command before has left over
    dispatch.apply(buffer, offset, length, answer);
    follow();
    listings.drainTouched(events);
    if (positions.isTouched()) {
      positions.drainTouched(positionReport);
    }
    drainBalances();
    sequence += events.end();
    lastCommandId = commandId;
    lastTimestamp = timestamp;
    dispatch.remember(answer);
  }

  private void follow() {
    if ((listings.unrest() | aftermath.size() | consequences.due() | liquidations.suspects())
        != 0) {
      consequences.run();
    }
  }

  /** Tells of the balances that the command changed. */
  private void drainBalances() {
    for (int i = 0, n = ledger.touchedCount(); i < n; i++) {
      int row = ledger.touched(i);
      int account = ledger.account(row);
      long total = ledger.totalOf(row);
      events.balanceChanged(accounts.id(account), ledger.asset(row), total, ledger.heldOf(row));
    }
    ledger.forgetTouched();
  }

  private void report(int row) {
    events.positionChanged(accounts.id(positions.account(row)), positions, row);
  }
}

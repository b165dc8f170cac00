package io.ratel.exchange.machine;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Limits;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.book.OrderBook.LotsHandler;
import io.ratel.exchange.book.OrderBook.MatchHandler;
import io.ratel.exchange.book.Orders;
import io.ratel.exchange.ledger.Fees;
import io.ratel.exchange.ledger.Ledger;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.position.Positions;
import io.ratel.model.account.PositionSide;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;

/**
 * The life of an order in the market in three steps: hold reserves what stands behind it ({@link
 * Collateral}), {@link #match} meets the book, {@link #settle} moves what was traded. Here they run
 * one after the other; each needs only what its own side knows, so that they can become commands
 * between groups.
 */
public final class Trading implements MatchHandler, LotsHandler {
  private static final int NO_FEE = -1;

  private final Machine machine;
  private final Ledger ledger;
  private final Accounts accounts;
  private final Positions positions;
  private final Orders orders;
  private final Listings listings;
  private final Collateral collateral;

  // The taker's order while it trades.
  private Listing listing;
  private int account;
  private long orderId;
  private Side side = Side.BUY;
  private long limit;
  private long left;
  private long quantity;
  private long turnover;
  private int flags;
  private int tier;
  private boolean refused;
  private boolean again;
  private long decremented;

  @SuppressWarnings("NullAway.Init") // listing is set by enter before it is read
  public Trading(Machine machine) {
    this.machine = machine;
    ledger = machine.ledger;
    accounts = machine.accounts;
    positions = machine.positions;
    orders = machine.orders;
    listings = machine.listings;
    collateral = machine.collateral;
  }

  /**
   * Whether an order could go to the market now: its state lets it, it has a limit, and what it may
   * cost is held. Tells {@code answer} why not. What can be is ready to {@link #go}.
   */
  public boolean enter(OrderTerms t, Listing of, Answer answer) {
    listing = of;
    account = t.account;
    orderId = t.id;
    side = t.side;
    left = t.quantity;
    turnover = 0;
    flags = Resting.flags(t);
    tier = t.has(OrderTerms.FREE) ? NO_FEE : accounts.feeTier(account);
    boolean waitsForAuction = of.state.collects();
    if (of.settled || (of.state != TradingState.OPEN && !waitsForAuction)) {
      answer.refuse(RejectReason.NOT_IN_THIS_STATE);
      return false;
    }
    boolean forAuction = t.type == OrderType.MARKET && t.timeInForce != TimeInForce.FOK;
    if (waitsForAuction && !t.timeInForce.rests() && !forAuction) {
      answer.refuse(RejectReason.INVALID_TIME_IN_FORCE);
      return false;
    }
    if (orders.size() == Limits.OPEN_ORDERS
        || !ledger.hasRoomFor(2 * Limits.FILLS_PER_COMMAND)
        || !positions.hasRoomFor(2 * Limits.FILLS_PER_COMMAND)) {
      answer.refuse(RejectReason.LIMIT_REACHED);
      return false;
    }
    limit = t.type == OrderType.LIMIT ? t.price : collar(waitsForAuction);
    if (limit == 0) {
      answer.refuse(RejectReason.NO_LIQUIDITY);
      return false;
    }
    if (t.has(OrderTerms.POST_ONLY) && !waitsForAuction && reaches(of.book.bestAny(opposite()))) {
      answer.refuse(RejectReason.WOULD_TRADE);
      return false;
    }
    if (t.has(OrderTerms.REDUCE_ONLY)) {
      left = Math.min(left, collateral.reducible(of, account, side, closes(flags)));
      if (left == 0) {
        answer.refuse(RejectReason.NOTHING_TO_REDUCE);
        return false;
      }
      t.quantity = left;
    }
    quantity = left;
    return collateral.hold(of, account, side, closes(flags), limit, left, answer);
  }

  private static boolean closes(int flags) {
    return Resting.has(flags, Resting.CLOSES);
  }

  private Side opposite() {
    return side.opposite();
  }

  /**
   * The worst price a market order may trade at: the best of the other side, or in an auction the
   * reference, moved by the instrument's collar; 0 when there is none.
   */
  private long collar(boolean auction) {
    long best = auction ? listing.reference() : listing.book.bestAny(opposite());
    long move = Fees.charge(best, listing.instrument.collarPpm());
    return best == 0 ? 0 : side == Side.BUY ? best + move : Math.max(1, best - move);
  }

  /** Lets an order that has entered meet the book, and then rest or end. */
  public void go(OrderTerms t, Answer answer) {
    refused = false;
    boolean collects = listing.state.collects();
    boolean mayMatch = !collects && (t.timeInForce != TimeInForce.FOK || isFillable());
    if (mayMatch) {
      match();
    }
    finish(t, mayMatch, collects, answer);
  }

  private boolean isFillable() {
    return listing.book.canFill(side, limit, left, Limits.FILLS_PER_COMMAND, this);
  }

  /** What a fill-or-kill order may count on: it must not stop, or shrink, on its way. */
  @Override
  public long countOn(int maker) {
    SelfTradePrevention mode = Resting.selfTrade(flags);
    if (mode != SelfTradePrevention.NONE && orders.account(maker) == account) {
      return mode == SelfTradePrevention.CANCEL_OLDEST ? 0 : WALL;
    }
    // How much of it still reduces is only known when it is met.
    return Resting.has(orders.flags(maker), Resting.REDUCE_ONLY) ? 0 : orders.remaining(maker);
  }

  private void match() {
    refused = false;
    int rounds = 0;
    do {
      again = false;
      left = listing.book.match(side, limit, left, Limits.FILLS_PER_COMMAND, this);
      left = again ? decremented : left;
    } while (again && left > 0 && ++rounds < Limits.FILLS_PER_COMMAND);
  }

  @Override
  public int onMeet(int maker) {
    int makerFlags = orders.flags(maker);
    if ((makerFlags & Resting.REDUCE_ONLY) != 0 && !staysReducing(maker, makerFlags)) {
      return SKIP;
    }
    SelfTradePrevention mode = Resting.selfTrade(flags);
    if (mode == SelfTradePrevention.NONE || orders.account(maker) != account) {
      return TRADE;
    }
    return switch (mode) {
      case NONE -> TRADE;
      case CANCEL_OLDEST -> {
        machine.cancels.cancel(maker, CancelReason.SELF_TRADE);
        yield SKIP;
      }
      case CANCEL_NEWEST -> {
        refused = true;
        yield STOP;
      }
      case CANCEL_BOTH -> {
        machine.cancels.cancel(maker, CancelReason.SELF_TRADE);
        refused = true;
        yield STOP;
      }
      case DECREMENT -> decrement(maker);
    };
  }

  /** Both lose the smaller one's quantity; the one with nothing left is canceled. */
  private int decrement(int maker) {
    long less = Math.min(left, orders.remaining(maker));
    refused = less == left;
    if (less == orders.remaining(maker)) {
      machine.cancels.cancel(maker, CancelReason.SELF_TRADE);
    } else {
      machine.cancels.shrink(maker, less);
    }
    if (refused) {
      return STOP;
    }
    collateral.release(listing, account, side, closes(flags), limit, left, left - less);
    quantity -= less;
    decremented = left - less;
    left = decremented;
    again = true;
    machine.cancels.reportTerms(orderId, account, listing, limit, quantity);
    return STOP;
  }

  /** Cuts a reduce-only order to what is left of its position; false when that is nothing. */
  private boolean staysReducing(int maker, int makerFlags) {
    long most =
        collateral.reducible(
            listing, (int) orders.account(maker), orders.side(maker), closes(makerFlags));
    long remaining = orders.remaining(maker);
    if (most >= remaining) {
      return true;
    }
    if (most == 0) {
      machine.cancels.cancel(maker, CancelReason.REDUCE_ONLY);
    } else {
      machine.cancels.shrink(maker, remaining - most);
    }
    return false;
  }

  @Override
  public void onMatch(int maker, long price, long traded) {
    int makerAccount = (int) orders.account(maker);
    Side makerSide = opposite();
    int makerFlags = orders.flags(maker);
    long value = price * traded * listing.unitValue;
    long makerFee = Fees.charge(value, listing.makerFeePpm(accounts.feeTier(makerAccount)));
    long takerFee = tier == NO_FEE ? 0 : Fees.charge(value, listing.takerFeePpm(tier));
    long remaining = orders.remaining(maker);
    collateral.release(
        listing, makerAccount, makerSide, closes(makerFlags), price, remaining, remaining - traded);
    collateral.release(listing, account, side, closes(flags), limit, left, left - traded);
    report(
        listing,
        orders.id(maker),
        orderId,
        makerAccount,
        account,
        side,
        price,
        traded,
        value,
        makerFee,
        takerFee);
    settle(listing, makerAccount, makerSide, closes(makerFlags), traded, value, makerFee);
    settle(listing, account, side, closes(flags), traded, value, takerFee);
    if (!listing.isMargined()) {
      deliver(
          listing,
          side == Side.BUY ? account : makerAccount,
          side == Side.BUY ? makerAccount : account,
          traded,
          value);
    }
    left -= traded;
    turnover += price * traded;
    listings.touch(listing, makerSide, price, makerFlags);
    listings.traded(listing, price);
    machine.parents.traded(listing.id, traded);
    hear(maker, traded);
    if (Resting.has(flags, Resting.RELATED)) {
      machine.aftermath.filled(orderId, traded);
    }
  }

  /** Tells of a trade. */
  public void report(
      Listing of,
      long makerOrder,
      long takerOrder,
      int maker,
      int taker,
      Side takerSide,
      long price,
      long lots,
      long value,
      long makerFee,
      long takerFee) {
    machine.events.traded(
        makerOrder,
        takerOrder,
        accounts.id(maker),
        accounts.id(taker),
        of.id,
        takerSide,
        price,
        lots,
        value,
        makerFee,
        takerFee);
  }

  /** Tells whom it concerns that a resting order is about to lose what it has traded. */
  public void hear(int slot, long traded) {
    int restingFlags = orders.flags(slot);
    boolean done = orders.remaining(slot) == traded;
    if (done) {
      machine.resting.remove((int) orders.account(slot), slot);
    }
    if (Resting.has(restingFlags, Resting.RELATED)) {
      machine.aftermath.filled(orders.id(slot), traded);
      if (done) {
        machine.aftermath.gone(orders.id(slot));
      }
    }
    if (done && Resting.has(restingFlags, Resting.EXPIRES)) {
      machine.clock.forget(orders.id(slot));
    }
  }

  /** Step three, for one party: its position, its profit and its fee. */
  public void settle(
      Listing of, int party, Side partySide, boolean closes, long lots, long value, long fee) {
    long realized;
    if (of.isMargined()) {
      realized = collateral.tradeOnMargin(of, party, partySide, closes, lots, value);
    } else {
      int row = positions.obtain(party, of.id, PositionSide.NET);
      realized = positions.trade(row, partySide, lots, value, accounts.config(party).costMethod());
    }
    if (fee > 0) {
      ledger.move(party, Accounts.FEES, of.quoteId, fee);
    } else if (fee < 0) {
      ledger.move(Accounts.FEES, party, of.quoteId, -fee);
    }
    accounts.realize(party, realized - fee, machine.now);
  }

  /** Step three, for both: the money one way, the thing the other. */
  public void deliver(Listing of, int buyer, int seller, long lots, long value) {
    ledger.move(buyer, seller, of.quoteId, value);
    ledger.move(seller, buyer, of.baseId, lots * of.unitBase);
  }

  /** What becomes of the part that did not trade. */
  private void finish(OrderTerms t, boolean matched, boolean collects, Answer answer) {
    answer.filled = quantity - left;
    answer.turnover = turnover;
    if (left == 0 && !refused) {
      answer.status = OrderStatus.FILLED;
      ended();
      return;
    }
    boolean crosses = matched && reaches(listing.book.bestAny(opposite()));
    boolean stays = collects || (t.timeInForce.rests() && t.type == OrderType.LIMIT && !crosses);
    if (stays && !refused) {
      rest(t);
      answer.status = left == quantity ? OrderStatus.OPEN : OrderStatus.PARTIALLY_FILLED;
      return;
    }
    if (left > 0) {
      collateral.release(listing, account, side, closes(flags), limit, left, 0);
    }
    CancelReason reason =
        refused
            ? CancelReason.SELF_TRADE
            : crosses
                ? CancelReason.TOO_MANY_FILLS
                : t.timeInForce == TimeInForce.FOK
                    ? CancelReason.NOT_FILLABLE
                    : t.type == OrderType.MARKET
                        ? CancelReason.NO_LIQUIDITY
                        : CancelReason.IMMEDIATE_REMAINDER;
    answer.status = OrderStatus.CANCELED;
    machine.cancels.report(orderId, account, listing.id, left, reason);
    ended();
  }

  private void ended() {
    if (Resting.has(flags, Resting.RELATED)) {
      machine.aftermath.gone(orderId);
    }
  }

  private void rest(OrderTerms t) {
    if (t.type == OrderType.MARKET) {
      flags |= Resting.AUCTION_ONLY;
    }
    int slot =
        orders.add(orderId, account, listing.id, side, limit, quantity, left, turnover, flags);
    if (t.display > 0) {
      orders.setDisplay(slot, t.display);
    }
    listing.book.rest(slot);
    listings.touch(listing, side, limit, flags);
    machine.resting.add(account, slot);
    if (Resting.has(flags, Resting.EXPIRES)) {
      machine.clock.expire(orderId, t.expiryNs);
    }
  }

  private boolean reaches(long best) {
    return best != 0 && (side == Side.BUY ? best <= limit : best >= limit);
  }

  /**
   * Lets a resting order whose new price meets the other side come in once more under its own id,
   * with what it has traded so far. What it holds under its new terms is held already.
   *
   * @param t the order as one that comes in anew
   * @param all its new quantity, what has been filled included
   */
  public void enterAgain(int slot, Listing of, OrderTerms t, long all, long filled, Answer answer) {
    listing = of;
    account = t.account;
    orderId = t.id;
    side = t.side;
    limit = t.price;
    quantity = all;
    left = all - filled;
    turnover = orders.turnover(slot);
    flags = orders.flags(slot);
    tier = accounts.feeTier(account);
    long oldPrice = orders.price(slot);
    machine.resting.remove(account, slot);
    t.expiryNs = Resting.has(flags, Resting.EXPIRES) ? machine.clock.expiryNs(orderId) : 0;
    of.book.cancel(slot);
    listings.touch(of, side, oldPrice, flags);
    match();
    finish(t, true, false, answer);
    if (t.expiryNs != 0 && orders.find(orderId) == Orders.NONE) {
      machine.clock.forget(orderId);
    }
  }
}

package io.ratel.exchange;

import io.ratel.exchange.Listings.Listing;
import io.ratel.exchange.book.OrderBook.MatchHandler;
import io.ratel.exchange.book.Orders;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.event.EventWriter;
import io.ratel.exchange.ledger.Fees;
import io.ratel.exchange.ledger.Ledger;
import io.ratel.exchange.wire.PlaceOrderDecoder;
import io.ratel.exchange.wire.ReplaceOrderDecoder;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import org.agrona.DirectBuffer;

/**
 * The life of an order in three steps: {@link #hold} reserves the account's money, {@link #match}
 * meets the book, {@link #settle} moves what was traded. Here they run one after the other; each
 * needs only what its own side knows, so that they can become commands between groups.
 *
 * <p>What is held for an order is a pure function of its price and what remains of it, so nothing
 * about a hold is stored with the order.
 */
final class Trading implements MatchHandler {
  private static final Side[] SIDES = Side.values();
  private static final OrderType[] TYPES = OrderType.values();
  private static final TimeInForce[] TIMES_IN_FORCE = TimeInForce.values();

  /** What {@link #heldFor} answers when the value does not fit. */
  private static final long TOO_LARGE = -1;

  private final Ledger ledger;
  private final Orders orders;
  private final Listings listings;

  // The taker's order while it is placed.
  private Listing listing;
  private EventWriter events;
  private long account;
  private long orderId;
  private Side side = Side.BUY;
  private long limit;
  private long left;
  private long turnover;

  @SuppressWarnings("NullAway.Init") // listing and events are set by place before they are read
  Trading(Exchange exchange) {
    ledger = exchange.ledger;
    orders = exchange.orders;
    listings = exchange.listings;
  }

  void place(PlaceOrderDecoder c, DirectBuffer buffer, int key, EventWriter into, Answer answer) {
    Listing found = listings.find(c.instrumentId());
    if (found == null) {
      answer.refuse(RejectReason.UNKNOWN_INSTRUMENT);
      return;
    }
    if (c.side() >= SIDES.length
        || c.type() >= TYPES.length
        || c.timeInForce() >= TIMES_IN_FORCE.length) {
      answer.refuse(RejectReason.MALFORMED);
      return;
    }
    if (!ledger.exists(c.accountId()) || c.accountId() <= Command.FEES) {
      answer.refuse(RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    OrderType type = TYPES[c.type()];
    TimeInForce timeInForce = TIMES_IN_FORCE[c.timeInForce()];
    if (type == OrderType.LIMIT ? c.price() <= 0 : c.price() != 0) {
      answer.refuse(RejectReason.INVALID_PRICE);
      return;
    }
    if (c.quantity() <= 0) {
      answer.refuse(RejectReason.INVALID_QUANTITY);
      return;
    }
    if (orders.size() == Limits.OPEN_ORDERS || !ledger.hasRoomFor(2 * Limits.FILLS_PER_COMMAND)) {
      answer.refuse(RejectReason.LIMIT_REACHED);
      return;
    }
    listing = found;
    events = into;
    account = c.accountId();
    orderId = answer.commandId;
    side = SIDES[c.side()];
    left = c.quantity();
    turnover = 0;
    limit = type == OrderType.LIMIT ? c.price() : collar();
    if (limit == 0) {
      answer.refuse(RejectReason.NO_LIQUIDITY);
      return;
    }
    if (!hold(answer)) {
      return;
    }
    into.orderAccepted(buffer, key)
        .orderId(orderId)
        .accountId(account)
        .price(c.price())
        .quantity(c.quantity())
        .instrumentId(found.id)
        .side(c.side())
        .type(c.type())
        .timeInForce(c.timeInForce());
    boolean mayMatch =
        timeInForce != TimeInForce.FOK || found.book.canFill(side, limit, c.quantity());
    if (mayMatch) {
      match();
    }
    rest(c.quantity(), type, timeInForce, mayMatch, answer);
  }

  /**
   * The worst price a market order may trade at: the best of the other side, moved by the
   * instrument's collar; 0 when there is none.
   */
  private long collar() {
    long best = listing.book.best(side.opposite());
    long move = Fees.charge(best, listing.instrument.collarPpm());
    return best == 0 ? 0 : side == Side.BUY ? best + move : Math.max(1, best - move);
  }

  /** Step one: reserves what the order may cost, or refuses. */
  private boolean hold(Answer answer) {
    long needed = heldFor(listing, side, limit, left);
    if (needed == TOO_LARGE) {
      answer.refuse(RejectReason.VALUE_TOO_LARGE);
      return false;
    }
    int asset = heldAsset(listing, side);
    long available = ledger.available(account, asset);
    if (needed > available) {
      answer.refuse(RejectReason.INSUFFICIENT_FUNDS, available, needed);
      return false;
    }
    ledger.hold(account, asset, needed);
    return true;
  }

  /** Step two: meets the book; each match is settled as it is made. */
  private void match() {
    left = listing.book.match(side, limit, left, Limits.FILLS_PER_COMMAND, this);
  }

  @Override
  public void onMatch(int maker, long price, long quantity) {
    long value = price * quantity * listing.unitValue;
    long makerFee = Fees.charge(value, listing.makerFeePpm);
    long takerFee = Fees.charge(value, listing.takerFeePpm);
    long makerAccount = orders.account(maker);
    Side makerSide = side.opposite();
    settle(makerAccount, makerSide, price, orders.remaining(maker), quantity, value, makerFee);
    settle(account, side, limit, left, quantity, value, takerFee);
    long buyer = side == Side.BUY ? account : makerAccount;
    long seller = side == Side.BUY ? makerAccount : account;
    ledger.move(buyer, seller, listing.quoteId, value);
    ledger.move(seller, buyer, listing.baseId, quantity * listing.unitBase);
    left -= quantity;
    turnover += price * quantity;
    listings.touch(listing, makerSide, price);
    events
        .traded()
        .makerOrderId(orders.id(maker))
        .takerOrderId(orderId)
        .makerAccountId(makerAccount)
        .takerAccountId(account)
        .price(price)
        .quantity(quantity)
        .value(value)
        .makerFee(makerFee)
        .takerFee(takerFee)
        .instrumentId(listing.id)
        .takerSide((short) side.ordinal());
  }

  /** Step three, for one party: releases the part of its hold that traded, and takes its fee. */
  private void settle(
      long party, Side of, long price, long remaining, long traded, long value, long fee) {
    long before = heldFor(listing, of, price, remaining);
    long after = heldFor(listing, of, price, remaining - traded);
    ledger.hold(party, heldAsset(listing, of), after - before);
    if (fee > 0) {
      ledger.move(party, Command.FEES, listing.quoteId, fee);
    }
  }

  /** What becomes of the part that did not trade. */
  private void rest(
      long quantity, OrderType type, TimeInForce timeInForce, boolean matched, Answer answer) {
    answer.filled = quantity - left;
    answer.turnover = turnover;
    if (left == 0) {
      answer.status = OrderStatus.FILLED;
      return;
    }
    boolean crosses = matched && reaches(listing.book.best(side.opposite()));
    if (type == OrderType.LIMIT && timeInForce == TimeInForce.GTC && !crosses) {
      int slot = orders.add(orderId, account, listing.id, side, limit, quantity, left, turnover);
      listing.book.rest(slot);
      listings.touch(listing, side, limit);
      answer.status = left == quantity ? OrderStatus.OPEN : OrderStatus.PARTIALLY_FILLED;
      return;
    }
    ledger.hold(account, heldAsset(listing, side), -heldFor(listing, side, limit, left));
    CancelReason reason =
        crosses
            ? CancelReason.TOO_MANY_FILLS
            : timeInForce == TimeInForce.FOK
                ? CancelReason.NOT_FILLABLE
                : type == OrderType.MARKET
                    ? CancelReason.NO_LIQUIDITY
                    : CancelReason.IMMEDIATE_REMAINDER;
    answer.status = OrderStatus.CANCELED;
    canceled(orderId, account, listing.id, left, reason, events);
  }

  /**
   * Gives a resting order new terms. What it holds changes with them; only then does it move, so
   * that an order which cannot be paid for stays as it was.
   */
  void replace(ReplaceOrderDecoder c, EventWriter into, Answer answer) {
    int slot = orders.find(c.orderId());
    if (slot == Orders.NONE || orders.account(slot) != c.accountId()) {
      answer.refuse(RejectReason.ORDER_NOT_OPEN);
      return;
    }
    if (c.price() < 0) {
      answer.refuse(RejectReason.INVALID_PRICE);
      return;
    }
    Listing of = listingOf(slot);
    long oldPrice = orders.price(slot);
    long oldRemaining = orders.remaining(slot);
    long filled = orders.quantity(slot) - oldRemaining;
    long price = c.price() == 0 ? oldPrice : c.price();
    long quantity = c.quantity() == 0 ? orders.quantity(slot) : c.quantity();
    if (quantity <= filled) {
      answer.refuse(RejectReason.INVALID_QUANTITY);
      return;
    }
    long remaining = quantity - filled;
    Side restingSide = orders.side(slot);
    long holds = heldFor(of, restingSide, oldPrice, oldRemaining);
    long needs = heldFor(of, restingSide, price, remaining);
    if (needs == TOO_LARGE) {
      answer.refuse(RejectReason.VALUE_TOO_LARGE);
      return;
    }
    long available = holds + ledger.available(c.accountId(), heldAsset(of, restingSide));
    if (needs > available) {
      answer.refuse(RejectReason.INSUFFICIENT_FUNDS, available, needs);
      return;
    }
    if (!ledger.hasRoomFor(2 * Limits.FILLS_PER_COMMAND)) {
      answer.refuse(RejectReason.LIMIT_REACHED, Limits.BALANCES, Limits.BALANCES + 1L);
      return;
    }
    hold(of, slot, needs - holds);
    replaced(slot, of, price, quantity, into);
    if (price == oldPrice && remaining <= oldRemaining) {
      of.book.reduce(slot, oldRemaining - remaining);
      listings.touch(of, restingSide, price);
      answered(slot, answer);
    } else {
      enterAgain(slot, of, price, quantity, remaining, into, answer);
    }
  }

  private void hold(Listing of, int slot, long more) {
    if (more != 0) {
      ledger.hold(orders.account(slot), heldAsset(of, orders.side(slot)), more);
    }
  }

  private void replaced(int slot, Listing of, long price, long quantity, EventWriter into) {
    into.orderReplaced()
        .orderId(orders.id(slot))
        .accountId(orders.account(slot))
        .price(price)
        .quantity(quantity)
        .instrumentId(of.id);
  }

  private void answered(int slot, Answer answer) {
    answer.id = orders.id(slot);
    answer.filled = orders.quantity(slot) - orders.remaining(slot);
    answer.turnover = orders.turnover(slot);
    answer.status = answer.filled == 0 ? OrderStatus.OPEN : OrderStatus.PARTIALLY_FILLED;
  }

  /** The order leaves its queue and comes in once more, with what it has traded so far. */
  private void enterAgain(
      int slot,
      Listing of,
      long price,
      long quantity,
      long remaining,
      EventWriter into,
      Answer answer) {
    listing = of;
    events = into;
    account = orders.account(slot);
    orderId = orders.id(slot);
    side = orders.side(slot);
    limit = price;
    left = remaining;
    turnover = orders.turnover(slot);
    answer.id = orderId;
    long oldPrice = orders.price(slot);
    of.book.cancel(slot);
    listings.touch(of, side, oldPrice);
    match();
    rest(quantity, OrderType.LIMIT, TimeInForce.GTC, true, answer);
  }

  private Listing listingOf(int slot) {
    Listing of = listings.find(orders.instrument(slot));
    if (of == null) {
      throw new IllegalStateException("order " + orders.id(slot) + " rests in no book");
    }
    return of;
  }

  private boolean reaches(long best) {
    return best != 0 && (side == Side.BUY ? best <= limit : best >= limit);
  }

  void cancelResting(int slot, CancelReason reason, EventWriter into) {
    Listing of = listingOf(slot);
    Side restingSide = orders.side(slot);
    long price = orders.price(slot);
    long remaining = orders.remaining(slot);
    ledger.hold(
        orders.account(slot),
        heldAsset(of, restingSide),
        -heldFor(of, restingSide, price, remaining));
    canceled(orders.id(slot), orders.account(slot), of.id, remaining, reason, into);
    of.book.cancel(slot);
    listings.touch(of, restingSide, price);
  }

  private static void canceled(
      long order,
      long account,
      int instrument,
      long remaining,
      CancelReason reason,
      EventWriter into) {
    into.orderCanceled()
        .orderId(order)
        .accountId(account)
        .remaining(remaining)
        .instrumentId(instrument)
        .reason((short) reason.ordinal());
  }

  private static int heldAsset(Listing listing, Side side) {
    return side == Side.BUY ? listing.quoteId : listing.baseId;
  }

  /**
   * What must be held while {@code remaining} lots are open at {@code price}: a buyer's value and
   * the larger of the two fees, a seller's base. {@link #TOO_LARGE} when it does not fit.
   */
  private static long heldFor(Listing listing, Side side, long price, long remaining) {
    // A sale is bounded by its value too, because the buyer's side of it must fit.
    long ticksLots = product(price, remaining);
    long value = ticksLots < 0 ? TOO_LARGE : product(ticksLots, listing.unitValue);
    if (value < 0 || value > Limits.SUPPLY) {
      return TOO_LARGE;
    }
    if (side == Side.BUY) {
      return value + Fees.reserve(value, listing.reserveFeePpm);
    }
    long base = product(remaining, listing.unitBase);
    return base < 0 || base > Limits.SUPPLY ? TOO_LARGE : base;
  }

  /** The product of two numbers that are not negative, or {@link #TOO_LARGE}. */
  private static long product(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? TOO_LARGE : a * b;
  }
}

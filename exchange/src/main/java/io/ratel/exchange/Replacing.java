package io.ratel.exchange;

import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.book.Orders;
import io.ratel.exchange.ledger.Fees;
import io.ratel.exchange.order.Groups;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.trigger.WaitingOrders;
import io.ratel.exchange.wire.ReplaceOrderDecoder;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;

/**
 * Gives an open order other terms. A smaller quantity at the same price keeps its turn; anything
 * else goes to the end of a queue, and trades first when the new price meets the other side.
 */
final class Replacing {
  private final Exchange exchange;
  private final Orders orders;
  private final WaitingOrders waiting;
  private final OrderTerms terms = new OrderTerms();

  Replacing(Exchange exchange) {
    this.exchange = exchange;
    orders = exchange.orders;
    waiting = exchange.waiting;
  }

  void replace(ReplaceOrderDecoder c, Answer answer) {
    int account = exchange.accounts.find(c.accountId());
    long trigger = c.trigger() == ReplaceOrderDecoder.triggerNullValue() ? 0 : c.trigger();
    int slot = orders.find(c.orderId());
    if (slot != Orders.NONE && account >= Accounts.FIRST && orders.account(slot) == account) {
      if (c.price() < 0) {
        answer.refuse(RejectReason.INVALID_PRICE);
      } else if (trigger != 0) {
        answer.refuse(RejectReason.INVALID_TRIGGER);
      } else if (c.quantity() != 0 && isBound(slot)) {
        answer.refuse(RejectReason.INVALID_LINK);
      } else {
        replace(slot, account, c.price(), c.quantity(), answer);
      }
      return;
    }
    int place = waiting.find(c.orderId());
    if (place != WaitingOrders.NONE) {
      waiting.terms(place, terms);
      if (terms.account == account) {
        replaceWaiting(place, c.price(), c.quantity(), trigger, answer);
        return;
      }
    }
    answer.refuse(RejectReason.ORDER_NOT_OPEN);
  }

  /** Whether others know an order by its quantity: its parent, or the other leg. */
  private boolean isBound(int slot) {
    if (!Resting.has(orders.flags(slot), Resting.RELATED)) {
      return false;
    }
    long id = orders.id(slot);
    int group = exchange.groups.find(id);
    return group == Groups.NONE ? exchange.parents.isChild(id) : exchange.groups.entry(group) != id;
  }

  private void replaceWaiting(int place, long price, long quantity, long trigger, Answer answer) {
    Listing of = exchange.listings.get(terms.instrument);
    // A limit that waits for the house's price is touched at its price, wherever that is.
    boolean atPrice = terms.type == OrderType.LIMIT_IF_TOUCHED && terms.trigger == terms.price;
    long newTrigger = trigger == 0 && atPrice && of.terms.isDealt() ? price : trigger;
    int group = terms.group == 0 ? Groups.NONE : exchange.groups.find(terms.id);
    boolean isLeg = group != Groups.NONE && exchange.groups.entry(group) != terms.id;
    terms.price = price == 0 ? terms.price : price;
    terms.quantity = quantity == 0 ? terms.quantity : quantity;
    terms.trigger = newTrigger == 0 ? terms.trigger : newTrigger;
    if (trigger < 0 || (trigger != 0 && (terms.trail != 0 || !terms.type.waits()))) {
      answer.refuse(RejectReason.INVALID_TRIGGER);
    } else if (isLeg && quantity != 0) {
      // A leg is as large as what it protects.
      answer.refuse(RejectReason.INVALID_LINK);
    } else if (price < 0 || (price != 0 && !terms.type.isPriced())) {
      answer.refuse(RejectReason.INVALID_PRICE);
    } else if (quantity < 0 || Collateral.orderValue(of, 1, terms.quantity) < 0) {
      answer.refuse(RejectReason.INVALID_QUANTITY);
    } else if (exchange.door.admitsChange(terms, of, answer)) {
      waiting.replace(place, newTrigger, price, quantity);
      exchange.door.count(terms.account, answer);
      exchange.cancels.reportTerms(terms.id, terms.account, of, terms.price, terms.quantity);
      if (newTrigger != 0) {
        exchange
            .events
            .triggerMoved()
            .orderId(terms.id)
            .accountId(exchange.accounts.id(terms.account))
            .trigger(newTrigger);
        exchange.listings.look(of);
      }
      answer.id = terms.id;
      answer.status = OrderStatus.PENDING;
    }
  }

  private void replace(int slot, int account, long newPrice, long newQuantity, Answer answer) {
    Listing of = exchange.listings.get(orders.instrument(slot));
    long oldPrice = orders.price(slot);
    long oldRemaining = orders.remaining(slot);
    long filled = orders.quantity(slot) - oldRemaining;
    long price = newPrice == 0 ? oldPrice : newPrice;
    long quantity = newQuantity == 0 ? orders.quantity(slot) : newQuantity;
    if (quantity <= filled) {
      answer.refuse(RejectReason.INVALID_QUANTITY);
      return;
    }
    long remaining = quantity - filled;
    describe(slot, account, of, price, remaining);
    boolean shrinks = price == oldPrice && remaining <= oldRemaining;
    if (!shrinks && !mayEnterAgain(of, answer)) {
      return;
    }
    if (!shrinks && terms.quantity < remaining) {
      quantity = filled + terms.quantity; // no more than there is to reduce
      remaining = terms.quantity;
    }
    Side side = orders.side(slot);
    boolean closes = Resting.has(orders.flags(slot), Resting.CLOSES);
    if (!of.isMargined() && !isCovered(of, account, side, slot, price, remaining, answer)) {
      return; // before anything is touched, so that nobody is told of nothing
    }
    exchange.collateral.release(of, account, side, closes, oldPrice, oldRemaining, 0);
    if (!exchange.collateral.hold(of, account, side, closes, price, remaining, answer)) {
      exchange.collateral.holdAgain(of, account, side, closes, oldPrice, oldRemaining);
      return;
    }
    if (!shrinks) {
      exchange.door.count(account, answer);
    }
    exchange.cancels.reportTerms(orders.id(slot), account, of, price, quantity);
    answer.id = orders.id(slot);
    if (shrinks) {
      if (remaining < oldRemaining) {
        of.book.reduce(slot, oldRemaining - remaining);
      }
      of.crossDisturbed = of.crossLeft > 0;
      exchange.listings.touch(of, side, price, orders.flags(slot));
      answer.filled = filled;
      answer.turnover = orders.turnover(slot);
      answer.status = filled == 0 ? OrderStatus.OPEN : OrderStatus.PARTIALLY_FILLED;
    } else {
      enterAgain(slot, of, quantity, filled, answer);
    }
  }

  /** Whether the account has what an order bought in full needs under new terms, or refuses. */
  private boolean isCovered(
      Listing of, int account, Side side, int slot, long price, long lots, Answer answer) {
    long value = Collateral.orderValue(of, price, lots);
    long base = Collateral.lotsOfBase(of, lots);
    if (value == Collateral.TOO_LARGE || base == Collateral.TOO_LARGE) {
      answer.refuse(RejectReason.VALUE_TOO_LARGE);
      return false;
    }
    long needed = side == Side.BUY ? value + Fees.reserve(value, of.reserveFeePpm) : base;
    long free = exchange.collateral.spendable(account, Collateral.heldAsset(of, side));
    long available =
        free + Collateral.heldFor(of, side, orders.price(slot), orders.remaining(slot));
    if (needed > available) {
      answer.refuse(RejectReason.INSUFFICIENT_FUNDS, available, needed);
      return false;
    }
    return true;
  }

  /** The order as one that comes in anew. */
  private void describe(int slot, int account, Listing of, long price, long remaining) {
    int flags = orders.flags(slot);
    terms.clear();
    terms.id = orders.id(slot);
    terms.account = account;
    terms.instrument = of.id;
    terms.side = orders.side(slot);
    terms.price = price;
    terms.quantity = remaining;
    terms.display = orders.display(slot);
    terms.effect = Resting.has(flags, Resting.CLOSES) ? PositionEffect.CLOSE : PositionEffect.OPEN;
    terms.selfTrade = Resting.selfTrade(flags);
    terms.flags = flags & (Resting.REDUCE_ONLY | Resting.POST_ONLY);
  }

  private boolean mayEnterAgain(Listing of, Answer answer) {
    if (!of.takesOrders()) {
      answer.refuse(RejectReason.NOT_IN_THIS_STATE);
      return false;
    }
    if (!exchange.ledger.hasRoomFor(2 * Limits.FILLS_PER_COMMAND)) {
      answer.refuse(RejectReason.LIMIT_REACHED, Limits.BALANCES, Limits.BALANCES + 1L);
      return false;
    }
    long best = of.book.bestAny(terms.side.opposite());
    boolean crosses =
        best != 0 && (terms.side == Side.BUY ? best <= terms.price : best >= terms.price);
    if (terms.has(OrderTerms.POST_ONLY) && crosses && !of.state.collects()) {
      answer.refuse(RejectReason.WOULD_TRADE);
      return false;
    }
    if (terms.has(OrderTerms.REDUCE_ONLY)) {
      boolean closes = terms.effect == PositionEffect.CLOSE;
      long most = exchange.collateral.reducible(of, terms.account, terms.side, closes);
      if (most == 0) {
        answer.refuse(RejectReason.NOTHING_TO_REDUCE);
        return false;
      }
      terms.quantity = Math.min(terms.quantity, most);
    }
    return exchange.door.admitsChange(terms, of, answer);
  }

  private void enterAgain(int slot, Listing of, long quantity, long filled, Answer answer) {
    long oldPrice = orders.price(slot);
    boolean trades = !of.state.collects() && reaches(of.book.bestAny(terms.side.opposite()));
    if (!trades) {
      // The common case: it moves, and keeps its slot.
      exchange.listings.touch(of, terms.side, oldPrice, orders.flags(slot));
      if (quantity != orders.quantity(slot)) {
        of.book.reduce(slot, orders.quantity(slot) - quantity);
      }
      of.book.move(slot, terms.price);
      exchange.listings.touch(of, terms.side, terms.price, orders.flags(slot));
      answer.filled = filled;
      answer.turnover = orders.turnover(slot);
      answer.status = filled == 0 ? OrderStatus.OPEN : OrderStatus.PARTIALLY_FILLED;
      return;
    }
    exchange.trading.enterAgain(slot, of, terms, quantity, filled, answer);
  }

  private boolean reaches(long best) {
    return best != 0 && (terms.side == Side.BUY ? best <= terms.price : best >= terms.price);
  }
}

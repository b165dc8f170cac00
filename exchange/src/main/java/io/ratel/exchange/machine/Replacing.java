package io.ratel.exchange.machine;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Limits;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.book.Orders;
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
public final class Replacing {
  private final Machine machine;
  private final Orders orders;
  private final WaitingOrders waiting;
  private final OrderTerms terms = new OrderTerms();

  public Replacing(Machine machine) {
    this.machine = machine;
    orders = machine.orders;
    waiting = machine.waiting;
  }

  public void replace(ReplaceOrderDecoder c, Answer answer) {
    boolean old = c.actingVersion() < ReplaceOrderDecoder.triggerSinceVersion();
    long trigger = old ? 0 : c.trigger();
    int slot = orders.find(c.orderId());
    if (slot != Orders.NONE && isOf(c.accountId(), slot)) {
      if (c.price() < 0) {
        answer.refuse(RejectReason.INVALID_PRICE);
      } else if (trigger != 0) {
        answer.refuse(RejectReason.INVALID_TRIGGER);
      } else if (c.quantity() != 0 && isBound(slot)) {
        answer.refuse(RejectReason.INVALID_LINK);
      } else {
        replace(slot, (int) orders.account(slot), c.price(), c.quantity(), answer);
      }
      return;
    }
    int place = waiting.find(c.orderId());
    if (place != WaitingOrders.NONE) {
      waiting.terms(place, terms);
      if (terms.account == machine.accounts.find(c.accountId())) {
        replaceWaiting(place, c.price(), c.quantity(), trigger, answer);
        return;
      }
    }
    answer.refuse(RejectReason.ORDER_NOT_OPEN);
  }

  /** Whether an order is of a client's account; asking the order first saves looking it up. */
  private boolean isOf(long accountId, int slot) {
    int account = (int) orders.account(slot);
    return account >= Accounts.FIRST && machine.accounts.id(account) == accountId;
  }

  /** Whether others know an order by its quantity: its parent, or the other leg. */
  private boolean isBound(int slot) {
    if (!Resting.has(orders.flags(slot), Resting.RELATED)) {
      return false;
    }
    long id = orders.id(slot);
    int group = machine.groups.find(id);
    return group == Groups.NONE ? machine.parents.isChild(id) : machine.groups.entry(group) != id;
  }

  private void replaceWaiting(int place, long price, long quantity, long trigger, Answer answer) {
    Listing of = machine.listings.get(terms.instrument);
    // A limit that waits for the house's price is touched at its price, wherever that is.
    boolean atPrice = terms.type == OrderType.LIMIT_IF_TOUCHED && terms.trigger == terms.price;
    long newTrigger = trigger == 0 && atPrice && of.terms.isDealt() ? price : trigger;
    int group = terms.group == 0 ? Groups.NONE : machine.groups.find(terms.id);
    boolean isLeg = group != Groups.NONE && machine.groups.entry(group) != terms.id;
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
    } else if (machine.door.admitsChange(terms, of, answer)) {
      waiting.replace(place, newTrigger, price, quantity);
      machine.door.count(terms.account, answer);
      machine.cancels.reportTerms(terms.id, terms.account, of, terms.price, terms.quantity);
      if (newTrigger != 0) {
        machine.cancels.reportTrigger(terms.id, terms.account, newTrigger);
        machine.listings.look(of);
      }
      answer.id = terms.id;
      answer.status = OrderStatus.PENDING;
    }
  }

  private void replace(int slot, int account, long newPrice, long newQuantity, Answer answer) {
    Listing of = machine.listings.get(orders.instrument(slot));
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
    boolean shrinks = price == oldPrice && remaining <= oldRemaining;
    Side side = orders.side(slot);
    boolean moves = !shrinks && isCalm(slot, account, of) && !reaches(of, side, price);
    if (!shrinks && !moves) {
      describe(slot, account, of, price, remaining);
      if (!mayEnterAgain(of, answer)) {
        return;
      }
      if (terms.quantity < remaining) {
        quantity = filled + terms.quantity; // no more than there is to reduce
        remaining = terms.quantity;
      }
    }
    boolean closes = Resting.has(orders.flags(slot), Resting.CLOSES);
    if (!machine.collateral.change(
        of, account, side, closes, oldPrice, oldRemaining, price, remaining, answer)) {
      return;
    }
    if (!shrinks && !moves) {
      machine.door.count(account, answer);
    }
    machine.cancels.reportTerms(orders.id(slot), account, of, price, quantity);
    answer.id = orders.id(slot);
    if (shrinks) {
      if (remaining < oldRemaining) {
        of.book.reduce(slot, oldRemaining - remaining);
      }
      of.crossDisturbed = of.crossLeft > 0;
      machine.listings.touch(of, side, price, orders.flags(slot));
      answer.filled = filled;
      answer.turnover = orders.turnover(slot);
      answer.status = filled == 0 ? OrderStatus.OPEN : OrderStatus.PARTIALLY_FILLED;
    } else if (moves || of.state.collects() || !reaches(of, side, price)) {
      move(slot, of, side, price, quantity, answer);
    } else {
      machine.trading.enterAgain(slot, of, terms, quantity, filled, answer);
    }
  }

  /** Whether there is nothing to be asked about but money. */
  private boolean isCalm(int slot, int account, Listing of) {
    return of.isCalm()
        && !machine.killed
        && orders.flags(slot) == 0
        && machine.accounts.isPlain(account);
  }

  private static boolean reaches(Listing of, Side side, long price) {
    long best = of.book.bestAny(side.opposite());
    return best != 0 && (side == Side.BUY ? best <= price : best >= price);
  }

  /** The common case: it goes to the end of another queue, and keeps its slot. */
  private void move(int slot, Listing of, Side side, long price, long quantity, Answer answer) {
    int flags = orders.flags(slot);
    machine.listings.touch(of, side, orders.price(slot), flags);
    if (quantity != orders.quantity(slot)) {
      of.book.reduce(slot, orders.quantity(slot) - quantity);
    }
    of.book.move(slot, price);
    machine.listings.touch(of, side, price, flags);
    answer.filled = quantity - orders.remaining(slot);
    answer.turnover = orders.turnover(slot);
    answer.status = answer.filled == 0 ? OrderStatus.OPEN : OrderStatus.PARTIALLY_FILLED;
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
    if (!machine.ledger.hasRoomFor(2 * Limits.FILLS_PER_COMMAND)) {
      answer.refuse(RejectReason.LIMIT_REACHED, Limits.BALANCES, Limits.BALANCES + 1L);
      return false;
    }
    boolean crosses = reaches(of, terms.side, terms.price);
    if (terms.has(OrderTerms.POST_ONLY) && crosses && !of.state.collects()) {
      answer.refuse(RejectReason.WOULD_TRADE);
      return false;
    }
    if (terms.has(OrderTerms.REDUCE_ONLY)) {
      boolean closes = terms.effect == PositionEffect.CLOSE;
      long most = machine.collateral.reducible(of, terms.account, terms.side, closes);
      if (most == 0) {
        answer.refuse(RejectReason.NOTHING_TO_REDUCE);
        return false;
      }
      terms.quantity = Math.min(terms.quantity, most);
    }
    return machine.door.admitsChange(terms, of, answer);
  }
}

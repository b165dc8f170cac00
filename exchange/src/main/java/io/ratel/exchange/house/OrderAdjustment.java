package io.ratel.exchange.house;

import io.ratel.exchange.Answer;
import io.ratel.exchange.book.Orders;
import io.ratel.exchange.corporateaction.Split;
import io.ratel.exchange.instrument.CorporateAction;
import io.ratel.exchange.machine.Collateral;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.machine.Resting;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.trigger.Trail;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import java.util.function.IntConsumer;
import org.agrona.collections.LongArrayList;

/**
 * Open orders through a corporate action. A split changes prices and quantities so that an order
 * asks for the same share of the company at the same value: what buys is rounded down to a tick,
 * what sells up. A dividend lowers what waits below the market, buys and stop sales, by as much as
 * the price falls (FINRA rule 5330). All keep their turn; what nothing is left of is canceled.
 */
public final class OrderAdjustment {
  private static final int WORDS = 9;

  private final Machine machine;
  private final Orders orders;
  private final OrderTerms terms = new OrderTerms();
  private final Answer ignored = new Answer();

  /** The resting orders of the market while they are out of the book, {@link #WORDS} each. */
  private final LongArrayList out = new LongArrayList();

  private final LongArrayList waiting = new LongArrayList();

  public OrderAdjustment(Machine machine) {
    this.machine = machine;
    orders = machine.orders;
  }

  /** Whether no price or quantity would leave the range. */
  public boolean fits(Listing of, CorporateAction action) {
    Split ratio = new Split(action.numerator(), action.denominator());
    boolean[] fits = {true};
    for (Side side : Side.values()) {
      of.book.forEachOrder(
          side,
          slot -> fits[0] &= isFine(of, ratio, side, orders.price(slot), orders.remaining(slot)));
    }
    machine.waiting.forEachOfInstrument(
        of.id,
        place -> {
          machine.waiting.terms(place, terms);
          long price = Math.max(terms.price, terms.trigger);
          fits[0] &= isFine(of, ratio, terms.side, Math.max(1, price), terms.quantity);
        });
    return fits[0];
  }

  private static boolean isFine(Listing of, Split ratio, Side side, long price, long lots) {
    try {
      long newLots = ratio.lots(lots);
      return newLots == 0 || Collateral.orderValue(of, ratio.price(side, price), newLots) >= 0;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  /** Takes the resting orders out of the book with what they hold. */
  public void takeOut(Listing of) {
    out.clear();
    for (Side side : Side.values()) {
      of.book.forEachOrder(side, this::keep);
    }
    for (int at = 0; at < out.size(); at += WORDS) {
      int slot = orders.find(out.getLong(at));
      Side side = orders.side(slot);
      long price = orders.price(slot);
      int flags = orders.flags(slot);
      machine.collateral.release(of, slot, orders.remaining(slot), 0);
      machine.resting.remove((int) orders.account(slot), slot);
      of.book.cancel(slot);
      machine.listings.touch(of, side, price, flags);
    }
  }

  private void keep(int slot) {
    out.addLong(orders.id(slot));
    out.addLong(orders.account(slot));
    out.addLong(orders.side(slot).ordinal());
    out.addLong(orders.price(slot));
    out.addLong(orders.quantity(slot));
    out.addLong(orders.remaining(slot));
    out.addLong(orders.turnover(slot));
    out.addLong(orders.flags(slot));
    out.addLong(orders.display(slot));
  }

  /** Puts the orders back, in the same sequence, with their new prices and quantities. */
  public void putBack(Listing of, Split ratio) {
    for (int at = 0; at < out.size(); at += WORDS) {
      Side side = Side.values()[(int) out.getLong(at + 2)];
      long price = ratio.price(side, out.getLong(at + 3));
      long filled = out.getLong(at + 4) - out.getLong(at + 5);
      long remaining = ratio.lots(out.getLong(at + 5));
      putBack(of, at, side, price, filled, remaining, ratio.lots(out.getLong(at + 8)));
    }
    out.clear();
    forEachWaiting(of, place -> splitWaiting(of, place, ratio));
  }

  private void splitWaiting(Listing of, int place, Split ratio) {
    boolean priced = terms.price != 0;
    boolean trails = terms.type == OrderType.TRAILING_STOP;
    boolean triggered = terms.trigger != 0 && !trails;
    terms.quantity = ratio.lots(terms.quantity);
    terms.price = priced ? ratio.price(terms.side, terms.price) : 0;
    if (trails) {
      Trail.split(terms, ratio);
    } else {
      terms.trigger = triggered ? ratio.price(terms.side, terms.trigger) : 0;
    }
    boolean gone =
        terms.quantity == 0 || (priced && terms.price == 0) || (triggered && terms.trigger == 0);
    replaceWaiting(of, place, gone);
  }

  private void putBack(
      Listing of, int at, Side side, long price, long filled, long remaining, long display) {
    long id = out.getLong(at);
    int account = (int) out.getLong(at + 1);
    int flags = (int) out.getLong(at + 7);
    boolean held =
        price > 0
            && remaining > 0
            && machine.collateral.hold(
                of, account, side, Resting.has(flags, Resting.CLOSES), price, remaining, ignored);
    if (!held) {
      machine.cancels.report(
          id, account, of.id, out.getLong(at + 5), CancelReason.CORPORATE_ACTION);
      machine.cancels.over(id, flags);
      return;
    }
    int slot =
        orders.add(
            id,
            account,
            of.id,
            side,
            price,
            filled + remaining,
            remaining,
            out.getLong(at + 6),
            flags);
    if (display > 0 && display < remaining) {
      orders.setDisplay(slot, display);
    }
    of.book.rest(slot);
    machine.resting.add(account, slot);
    machine.listings.touch(of, side, price, flags);
    machine.cancels.reportTerms(id, account, of, price, filled + remaining);
  }

  /** Lowers buys and stop sales by a dividend, a part of a tick counting as a whole one. */
  public void lower(Listing of, long perLot) {
    long ticks = perLot / of.unitValue + (perLot % of.unitValue == 0 ? 0 : 1);
    waiting.clear();
    of.book.forEachOrder(Side.BUY, slot -> waiting.addLong(orders.id(slot)));
    for (int i = 0; i < waiting.size(); i++) {
      lowerBuy(of, orders.find(waiting.getLong(i)), ticks);
    }
    forEachWaiting(
        of,
        place -> {
          boolean below = terms.type.triggersOnFall(terms.side);
          if (below && terms.type != OrderType.TRAILING_STOP) {
            boolean priced = terms.price != 0;
            terms.trigger = Math.max(0, terms.trigger - ticks);
            terms.price = priced ? Math.max(0, terms.price - ticks) : 0;
            replaceWaiting(of, place, terms.trigger == 0 || (priced && terms.price == 0));
          }
        });
  }

  private void lowerBuy(Listing of, int slot, long ticks) {
    long price = orders.price(slot) - ticks;
    if (price <= 0) {
      machine.cancels.cancel(slot, CancelReason.CORPORATE_ACTION);
      return;
    }
    int account = (int) orders.account(slot);
    int flags = orders.flags(slot);
    boolean closes = Resting.has(flags, Resting.CLOSES);
    long remaining = orders.remaining(slot);
    long old = orders.price(slot);
    // What a lower price needs is there: it is less.
    machine.collateral.change(
        of, account, Side.BUY, closes, old, remaining, price, remaining, ignored);
    // All of them move by as much, best first, so each finds the others before it.
    of.book.move(slot, price);
    machine.listings.touch(of, Side.BUY, old, flags);
    machine.listings.touch(of, Side.BUY, price, flags);
    machine.cancels.reportTerms(orders.id(slot), account, of, price, orders.quantity(slot));
  }

  private void forEachWaiting(Listing of, IntConsumer handler) {
    waiting.clear();
    machine.waiting.forEachOfInstrument(
        of.id,
        place -> {
          machine.waiting.terms(place, terms);
          waiting.addLong(terms.id);
        });
    for (int i = 0; i < waiting.size(); i++) {
      int place = machine.waiting.find(waiting.getLong(i));
      machine.waiting.terms(place, terms);
      handler.accept(place);
    }
  }

  private void replaceWaiting(Listing of, int place, boolean gone) {
    if (gone) {
      machine.cancels.cancelWaiting(place, CancelReason.CORPORATE_ACTION);
      return;
    }
    machine.waiting.put(place, terms);
    machine.cancels.reportTerms(terms.id, terms.account, of, terms.price, terms.quantity);
    if (terms.trigger != 0) {
      machine.cancels.reportTrigger(terms.id, terms.account, terms.trigger);
    }
  }
}

package io.ratel.exchange.machine;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Limits;
import io.ratel.exchange.algo.ParentOrders;
import io.ratel.exchange.algo.Split;
import io.ratel.exchange.book.Orders;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.exchange.wire.PlaceAdvancedOrderDecoder;
import io.ratel.model.order.Algo;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderOrigin;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.TimeInForce;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2LongHashMap;

/**
 * Orders that are worked over time: when a slice is due, the last child goes and a new one comes.
 */
public final class Parents {
  private static final Algo[] ALGOS = Algo.values();
  private static final long MIN_INTERVAL_NS = 1_000_000L;
  private static final long NONE = 0;

  private final Machine machine;
  private final ParentOrders parents = new ParentOrders();
  private final Long2LongHashMap childOf = new Long2LongHashMap(NONE);
  private final Long2LongHashMap parentOf = new Long2LongHashMap(NONE);
  private final Answer answer = new Answer();
  private final OrderTerms whole = new OrderTerms();
  private final OrderTerms child = new OrderTerms();
  private final Split split = new Split();
  private long[] ids = new long[16];
  private int count;

  public Parents(Machine machine) {
    this.machine = machine;
  }

  public void place(
      PlaceAdvancedOrderDecoder c,
      OrderTerms t,
      Listing of,
      DirectBuffer buffer,
      int key,
      Answer to) {
    boolean plain = t.type == OrderType.LIMIT || t.type == OrderType.MARKET;
    boolean legs = c.takeProfit() != 0 || c.stopLoss() != 0 || t.display != 0;
    if (c.algo() > ALGOS.length || !plain || legs || t.has(OrderTerms.POST_ONLY)) {
      to.refuse(RejectReason.INVALID_SCHEDULE);
      return;
    }
    split.algo = ALGOS[c.algo() - 1];
    split.startNs = Math.max(c.start(), machine.now);
    split.endNs = c.end();
    split.intervalNs = c.interval();
    split.participationPpm = c.participationPpm();
    split.weightCount = 0;
    for (int i = 0; i < Split.MAX_WEIGHTS; i++) {
      split.weights[i] = c.weights(i);
      split.weightCount = c.weights(i) > 0 ? i + 1 : split.weightCount;
    }
    if (!of.takesOrders()) {
      to.refuse(RejectReason.NOT_IN_THIS_STATE);
      return;
    }
    boolean tooFast = split.intervalNs != 0 && split.intervalNs < MIN_INTERVAL_NS;
    if (!split.isValid() || tooFast) {
      to.refuse(RejectReason.INVALID_SCHEDULE);
      return;
    }
    if (!parents.hasRoomFor(1)) {
      to.refuse(RejectReason.LIMIT_REACHED);
      return;
    }
    parents.add(t, split, machine.now);
    machine.placing.accepted(t, buffer, key);
    report(t);
    if (t.expiryNs != 0) {
      machine.clock.expire(t.id, t.expiryNs);
    }
    if (split.startNs > machine.now) {
      machine.clock.slice(t.id, split.startNs);
    } else {
      slice(t.id);
    }
  }

  private void report(OrderTerms t) {
    machine
        .placing
        .conditions(t, OrderStatus.OPEN, OrderOrigin.CLIENT)
        .start(split.startNs)
        .end(split.endNs)
        .interval(split.intervalNs)
        .participationPpm(split.participationPpm)
        .algo((short) (1 + split.algo.ordinal()));
  }

  /** A slice of a parent is due. */
  public void slice(long parent) {
    int slot = parents.find(parent);
    if (slot == ParentOrders.NONE) {
      return;
    }
    withdraw(parent, CancelReason.REPLACED_BY_PARENT);
    if (parents.isOver(slot, machine.now)) {
      end(slot, CancelReason.EXPIRED);
      return;
    }
    long due = parents.dueQuantity(slot, machine.now);
    long next = parents.nextTimeNs(slot, machine.now);
    machine.clock.slice(parent, next);
    if (due > 0) {
      send(slot, parent, due);
    }
  }

  private void send(int slot, long parent, long lots) {
    parents.terms(slot, whole);
    Listing of = machine.listings.get(whole.instrument);
    child.clear();
    child.id = machine.nextId();
    child.account = whole.account;
    child.instrument = whole.instrument;
    child.side = whole.side;
    child.type = whole.type;
    child.timeInForce = whole.type == OrderType.MARKET ? TimeInForce.IOC : TimeInForce.GTC;
    child.selfTrade = whole.selfTrade;
    child.effect = whole.effect;
    child.flags = whole.flags;
    child.price = whole.price;
    child.quantity = lots;
    child.parent = parent;
    answer.reset(machine.commandId, machine.now);
    if (machine.door.isStopped(child.account, of) || !machine.placing.enter(child, of, answer)) {
      return; // a later slice makes up for it
    }
    machine.placing.accepted(child, null, 0);
    machine.placing.conditioned(child, OrderStatus.OPEN, OrderOrigin.PARENT);
    parents.onChildPlaced(parent, child.quantity);
    childOf.put(parent, child.id);
    parentOf.put(child.id, parent);
    machine.placing.go(child, of, answer);
  }

  /** Takes the child of a parent out of the market, which tells {@link #gone}. */
  private void withdraw(long parent, CancelReason reason) {
    long id = childOf.get(parent);
    int slot = id == NONE ? Orders.NONE : machine.orders.find(id);
    if (slot != Orders.NONE) {
      machine.cancels.cancel(slot, reason);
    }
  }

  /** An order that is related to others has traded; a child's lots count at once. */
  public void filled(long order, long lots) {
    long parent = parentOf.get(order);
    if (parent != NONE) {
      parents.onChildFilled(parent, lots);
    }
  }

  /** A related order is over; what a child had left is its parent's again. */
  public void gone(long order) {
    long parent = parentOf.get(order);
    if (parent != NONE && childOf.get(parent) == order) {
      childOf.remove(parent);
      int slot = parents.find(parent);
      if (slot != ParentOrders.NONE && parents.working(slot) > 0) {
        parents.onChildGone(parent, parents.working(slot));
      }
    }
  }

  /** What has happened to a related order is over; perhaps its parent is, too. */
  public void hear(long order, boolean gone) {
    long parent = gone ? parentOf.remove(order) : parentOf.get(order);
    int slot = parent == NONE ? ParentOrders.NONE : parents.find(parent);
    if (slot != ParentOrders.NONE && parents.isDone(slot)) {
      end(slot, CancelReason.EXPIRED);
    }
  }

  /** Whether an order is a slice of a parent. */
  public boolean isChild(long order) {
    return parentOf.get(order) != NONE;
  }

  /** Ends a parent; what is left of it is canceled. */
  private void end(int slot, CancelReason reason) {
    parents.terms(slot, whole);
    withdraw(whole.id, reason);
    long left = parents.left(slot);
    parents.remove(slot);
    machine.clock.forgetSlices(whole.id);
    if (whole.expiryNs != 0) {
      machine.clock.forget(whole.id);
    }
    if (left > 0) {
      machine.cancels.report(whole.id, whole.account, whole.instrument, left, reason);
    }
  }

  /** Counts the volume that a share of the volume is told by. */
  public void traded(int instrument, long lots) {
    if (parents.size() > 0) {
      parents.onTraded(instrument, lots);
    }
  }

  /** Whether an account has an order that is being worked, between two slices too. */
  public boolean hasAny(int account) {
    return parents.countOfAccount(account) > 0;
  }

  /** Cancels a parent of an account; false when it has none of that id. */
  public boolean cancel(long id, int account, CancelReason reason, Answer to) {
    int slot = parents.find(id);
    if (slot == ParentOrders.NONE) {
      return false;
    }
    parents.terms(slot, whole);
    if (whole.account != account) {
      return false;
    }
    to.id = id;
    to.filled = parents.told(slot);
    end(slot, reason);
    return true;
  }

  public void expire(long id) {
    int slot = parents.find(id);
    if (slot != ParentOrders.NONE) {
      end(slot, CancelReason.EXPIRED);
    }
  }

  public long cancelAll(int account, int instrument, int side, CancelReason reason) {
    count = 0;
    parents.forEach(
        slot -> {
          parents.terms(slot, whole);
          boolean fits =
              whole.account == account
                  && (instrument < 0 || whole.instrument == instrument)
                  && (side > 1 || whole.side.ordinal() == side);
          if (fits) {
            note(whole.id);
          }
        });
    return endNoted(reason);
  }

  public void cancelAllOf(int instrument, CancelReason reason) {
    count = 0;
    parents.forEach(
        slot -> {
          parents.terms(slot, whole);
          if (whole.instrument == instrument) {
            note(whole.id);
          }
        });
    endNoted(reason);
  }

  /** Whether every number of a market's parents fits after a split. */
  public boolean canSplit(Listing of, io.ratel.exchange.corporateaction.Split ratio) {
    boolean[] fits = {true};
    parents.forEach(
        slot -> {
          parents.terms(slot, whole);
          if (whole.instrument == of.id) {
            long price = whole.price == 0 ? 0 : ratio.price(whole.side, whole.price);
            long lots = Math.addExact(ratio.lots(whole.quantity), ratio.lots(parents.seen(slot)));
            fits[0] &= Collateral.orderValue(of, Math.max(1, price), lots) >= 0;
          }
        });
    return fits[0];
  }

  /** Takes the parents of a market through a split, without what they have in the book. */
  public void split(Listing of, io.ratel.exchange.corporateaction.Split ratio) {
    count = 0;
    parents.forEach(
        slot -> {
          parents.terms(slot, whole);
          if (whole.instrument == of.id) {
            note(whole.id);
          }
        });
    for (int i = 0; i < count; i++) {
      withdraw(ids[i], CancelReason.CORPORATE_ACTION);
      int slot = parents.find(ids[i]);
      parents.terms(slot, whole);
      long price = whole.price == 0 ? 0 : ratio.price(whole.side, whole.price);
      if (ratio.lots(parents.left(slot)) == 0 || (whole.price != 0 && price == 0)) {
        end(slot, CancelReason.CORPORATE_ACTION);
      } else {
        long quantity = parents.convert(slot, ratio::lots, price);
        machine.cancels.reportTerms(ids[i], whole.account, of, price, quantity);
      }
    }
  }

  private void note(long id) {
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, count * 2);
    }
    ids[count++] = id;
  }

  private long endNoted(CancelReason reason) {
    for (int i = 0; i < count; i++) {
      end(parents.find(ids[i]), reason);
    }
    return count;
  }

  public void write(SnapshotWriter out) {
    parents.write(out);
    long[] children = parentOf.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    out.put(children.length);
    for (long id : children) {
      long parent = parentOf.get(id);
      out.put(id);
      out.put(parent);
      out.put(childOf.get(parent) == id ? 1 : 0);
    }
  }

  public void read(SnapshotReader in) {
    parents.read(in);
    for (int i = 0, n = in.getCount(Limits.OPEN_ORDERS); i < n; i++) {
      long id = in.get();
      long parent = in.get();
      parentOf.put(id, parent);
      if (in.get() == 1) {
        childOf.put(parent, id);
      }
    }
  }
}

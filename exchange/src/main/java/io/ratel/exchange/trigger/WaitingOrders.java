package io.ratel.exchange.trigger;

import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.model.order.OrderType;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The orders that wait: armed ones for a price, the others to be armed. An order is named by its
 * slot while it waits. For programmers' errors (an id twice, a slot without an order, a change from
 * within a handler) every method may throw.
 */
public final class WaitingOrders {
  /** Orders that can wait at a time. */
  public static final int MAX = 1 << 22;

  /** No slot. */
  public static final int NONE = OrderSlab.NONE;

  private static final int ARMED = OrderTerms.WORDS;
  private static final int STRIDE = OrderTerms.WORDS + 1;

  private final OrderSlab slab = new OrderSlab(STRIDE, MAX);
  private final IdLists all = new IdLists(slab);
  private final IdLists byAccount = new IdLists(slab);
  private final IdLists byInstrument = new IdLists(slab);
  private final Triggers triggers = new Triggers();
  private final OrderTerms scratch = new OrderTerms();
  private final OrderTerms fired = new OrderTerms();
  private boolean firing;

  /** Trailing stops of each instrument, armed or not. */
  private int[] trailing = new int[16];

  /** Whether so many more would still be within the bound. */
  public boolean hasRoomFor(int more) {
    return slab.size() + more <= MAX;
  }

  /**
   * Adds an order.
   *
   * @param terms copied. An armed order has a trigger, but a trailing stop may have 0: it then
   *     begins with the next price
   */
  public int add(OrderTerms terms, boolean armed) {
    refuseWhileFiring();
    boolean trails = terms.type == OrderType.TRAILING_STOP;
    if (armed && !terms.type.waits()) {
      throw new IllegalArgumentException(
          "an order of type " + terms.type.label() + " cannot wait for a price, id " + terms.id);
    }
    if (terms.trigger < 0 || (terms.trigger == 0 && terms.type.waits() && !trails)) {
      throw new IllegalArgumentException("trigger must be positive, was " + terms.trigger);
    }
    if (trails && !Trail.isValid(terms)) {
      throw new IllegalArgumentException("trail must be positive and no whole: " + terms.trail);
    }
    int slot = slab.add(terms.id);
    store(slot, terms);
    slab.words()[slab.at(slot) + ARMED] = armed ? 1 : 0;
    all.add(0, slot);
    byAccount.add(terms.account, slot);
    byInstrument.add(terms.instrument, slot);
    if (trails) {
      countTrailing(terms.instrument, 1);
    }
    if (armed) {
      triggers.add(slot, terms);
    }
    return slot;
  }

  /** The slot of an order, {@link #NONE} when it does not wait. */
  public int find(long id) {
    return slab.find(id);
  }

  public int size() {
    return slab.size();
  }

  public void terms(int slot, OrderTerms into) {
    into.unpack(slab.words(), slab.at(slot));
  }

  public boolean isArmed(int slot) {
    return slab.words()[slab.at(slot) + ARMED] != 0;
  }

  /**
   * From now on the order waits for its trigger.
   *
   * @param price where the market is, from which a trailing stop begins to follow; 0 when there is
   *     none yet, or for the trigger to stay
   */
  public void arm(int slot, long price) {
    refuseWhileFiring();
    terms(slot, scratch);
    if (isArmed(slot) || !scratch.type.waits()) {
      throw new IllegalArgumentException(
          "order " + scratch.id + " of type " + scratch.type.label() + " cannot be armed");
    }
    if (price > 0 && scratch.type == OrderType.TRAILING_STOP) {
      scratch.trigger = Trail.follow(scratch, price);
      store(slot, scratch);
    }
    slab.words()[slab.at(slot) + ARMED] = 1;
    triggers.add(slot, scratch);
  }

  /** Changes what is not 0 of an order. */
  public void replace(int slot, long trigger, long price, long quantity) {
    refuseWhileFiring();
    if (trigger < 0 || price < 0 || quantity < 0) {
      throw new IllegalArgumentException(
          "nothing may be negative: trigger " + trigger + ", " + price + ", " + quantity);
    }
    terms(slot, scratch);
    scratch.trigger = trigger == 0 ? scratch.trigger : trigger;
    scratch.price = price == 0 ? scratch.price : price;
    scratch.quantity = quantity == 0 ? scratch.quantity : quantity;
    store(slot, scratch);
    if (isArmed(slot)) {
      triggers.change(slot, scratch);
    }
  }

  /**
   * Puts an order's numbers in place of those it had.
   *
   * @param terms of the same order, of the same type, market, account and side
   */
  public void put(int slot, OrderTerms terms) {
    refuseWhileFiring();
    store(slot, terms);
    if (isArmed(slot)) {
      triggers.change(slot, terms);
    }
  }

  /** Takes an order out; the one change that a handler of {@link #fire} may make. */
  public void remove(int slot) {
    terms(slot, scratch);
    if (isArmed(slot)) {
      triggers.remove(slot, scratch);
    }
    all.remove(0, slot);
    byAccount.remove(scratch.account, slot);
    byInstrument.remove(scratch.instrument, slot);
    if (scratch.type == OrderType.TRAILING_STOP) {
      countTrailing(scratch.instrument, -1);
    }
    slab.remove(slot);
  }

  /**
   * Sets off the armed orders of an instrument that a range of prices reaches. First those that
   * wait for a fall, the highest trigger first, then those that wait for a rise, the lowest trigger
   * first; of equal ones the lowest id first.
   *
   * <p>A range has two ends but no sequence, so a trailing stop meets it in three steps: its
   * trigger as it was is held against the range; then the trigger follows the end that is in its
   * favour; then it is held against the last price alone. So no stop is set off by a low that may
   * have come before the high that moved it. Those of the third step come after all of the first,
   * in the same order among themselves.
   *
   * @param byMark whether the range is one of marks, not of trades
   * @param last the latest price of the range
   * @param max orders at most, positive. When as many are returned, more may be left, and nothing
   *     has followed yet: the caller must come again with the same range before anything else
   * @return how many were set off
   */
  public int fire(
      int instrument,
      boolean byMark,
      long low,
      long high,
      long last,
      int max,
      FiredHandler handler) {
    refuseWhileFiring();
    if (low <= 0 || low > last || last > high || high == Long.MAX_VALUE || max <= 0) {
      throw new IllegalArgumentException(
          "range must hold its last price: " + low + ", " + last + ", " + high + ", max " + max);
    }
    firing = true;
    try {
      int count = fireReached(triggers.falling(instrument, byMark), -low, 0, max, handler);
      count = fireReached(triggers.rising(instrument, byMark), high, count, max, handler);
      SlotHeap raised = triggers.raised(instrument, byMark);
      SlotHeap lowered = triggers.lowered(instrument, byMark);
      count = fireMoved(raised, high, high, -last, count, max, handler);
      count = fireMoved(lowered, -low, low, last, count, max, handler);
      if (count < max) {
        follow(raised, high, high, handler);
        follow(lowered, -low, low, handler);
      }
      return count;
    } finally {
      firing = false;
    }
  }

  private int fireReached(SlotHeap heap, long bound, int before, int max, FiredHandler handler) {
    int count = before;
    while (count < max && heap.reaches(bound)) {
      terms(heap.slot(0), fired);
      remove(heap.slot(0));
      handler.onFired(fired);
      count++;
    }
    return count;
  }

  /** Sets off those whose trigger will follow to {@code price} and is then reached. */
  private int fireMoved(
      SlotHeap movers,
      long bound,
      long price,
      long lastBound,
      int before,
      int max,
      FiredHandler handler) {
    if (before == max || !movers.reaches(bound)) {
      return before;
    }
    gather(movers, 0, bound, price, lastBound);
    int count = before;
    SlotHeap due = triggers.due();
    while (count < max && due.size() > 0) {
      int slot = due.slot(0);
      terms(slot, fired);
      fired.trigger = Trail.follow(fired, price);
      remove(slot);
      handler.onFired(fired);
      count++;
    }
    due.clear();
    return count;
  }

  /** What a heap reaches is a tree at its top, as deep as the logarithm of its size at most. */
  private void gather(SlotHeap movers, int place, long bound, long price, long lastBound) {
    if (place >= movers.size() || movers.key(place) > bound) {
      return;
    }
    terms(movers.slot(place), scratch);
    scratch.trigger = Trail.follow(scratch, price);
    long key = Triggers.key(scratch);
    if (key <= lastBound) {
      triggers.due().add(movers.slot(place), key, 0, scratch.id);
    }
    gather(movers, 2 * place + 1, bound, price, lastBound);
    gather(movers, 2 * place + 2, bound, price, lastBound);
  }

  private void follow(SlotHeap movers, long bound, long price, FiredHandler handler) {
    while (movers.reaches(bound)) {
      int slot = movers.slot(0);
      terms(slot, scratch);
      scratch.trigger = Trail.follow(scratch, price);
      store(slot, scratch);
      triggers.change(slot, scratch);
      handler.onTrigger(scratch.id, scratch.trigger);
    }
  }

  public int countOfAccount(int account) {
    return byAccount.count(account);
  }

  public int countOfInstrument(int instrument) {
    return byInstrument.count(instrument);
  }

  /**
   * Trailing stops of an instrument, armed or not. Each new extreme of the market moves most of
   * them, so the work of one command grows with their number: the machine bounds it by this.
   */
  public int countTrailing(int instrument) {
    return instrument < trailing.length ? trailing[instrument] : 0;
  }

  private void countTrailing(int instrument, int more) {
    if (instrument >= trailing.length) {
      trailing = Arrays.copyOf(trailing, Integer.highestOneBit(instrument) * 2);
    }
    trailing[instrument] += more;
  }

  /** Hands over all slots, lowest id first; the handler may remove the one it gets. */
  public void forEach(IntConsumer handler) {
    all.forEach(0, handler);
  }

  /** Hands over an account's slots, lowest id first; the handler may remove the one it gets. */
  public void forEachOfAccount(int account, IntConsumer handler) {
    byAccount.forEach(account, handler);
  }

  /** Hands over an instrument's slots, lowest id first; the handler may remove the one it gets. */
  public void forEachOfInstrument(int instrument, IntConsumer handler) {
    byInstrument.forEach(instrument, handler);
  }

  private void store(int slot, OrderTerms terms) {
    terms.pack(slab.words(), slab.at(slot));
  }

  private void refuseWhileFiring() {
    if (firing) {
      throw new IllegalStateException("a handler of fired orders may only remove others");
    }
  }

  /** The orders by id; the heaps follow from them. */
  public void write(SnapshotWriter out) {
    out.put(size());
    forEach(slot -> out.put(slab.words(), slab.at(slot), STRIDE));
  }

  /** Reads what {@link #write} wrote; nothing waits here yet. */
  public void read(SnapshotReader in) {
    long[] words = new long[STRIDE];
    OrderTerms terms = new OrderTerms();
    for (int left = in.getCount(MAX); left > 0; left--) {
      in.get(words, 0, STRIDE);
      terms.unpack(words, 0);
      add(terms, words[ARMED] != 0);
    }
  }
}

package io.ratel.exchange.algo;

import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.exchange.trigger.IdLists;
import io.ratel.exchange.trigger.OrderSlab;
import io.ratel.model.money.Exact;
import io.ratel.model.order.Algo;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.LongUnaryOperator;

/**
 * The parent orders that are being worked. At {@link #nextTimeNs} the machine cancels what is left
 * of the last child, asks for {@link #dueQuantity}, and sends that as a child; at the end it
 * cancels the child and removes the parent with what is left. What was done and what works in the
 * market never exceed the whole.
 */
public final class ParentOrders {
  /** Parents at a time. */
  public static final int MAX = 1 << 18;

  /** No slot. */
  public static final int NONE = OrderSlab.NONE;

  private static final int SPLIT = OrderTerms.WORDS;
  private static final int DONE = SPLIT + Split.WORDS;
  private static final int WORKING = DONE + 1;
  private static final int BEGUN = DONE + 2; // 1 once the market's volume counts
  private static final int SHIFT = DONE + 3; // what is told of done and whole besides, after splits
  private static final int VOLUME = DONE + 4; // the market's when it began
  private static final int STRIDE = DONE + 5;
  private static final int WHOLE_PPM = 1_000_000;

  private final OrderSlab slab = new OrderSlab(STRIDE, MAX);
  private final IdLists all = new IdLists(slab);
  private final IdLists byAccount = new IdLists(slab);
  private final OrderTerms terms = new OrderTerms();
  private final Split split = new Split();

  /** Lots traded in each instrument since some moment; only differences say something. */
  private long[] volumes = new long[16];

  /** Whether so many more would still be within the bound. */
  public boolean hasRoomFor(int more) {
    return slab.size() + more <= MAX;
  }

  /**
   * Adds a parent.
   *
   * @param whole copied; its quantity is the whole
   * @param how copied
   * @throws IllegalArgumentException when it cannot be split so
   */
  public int add(OrderTerms whole, Split how, long nowNs) {
    if (!how.isValid() || whole.quantity <= 0) {
      throw new IllegalArgumentException(
          "order "
              + whole.id
              + " of "
              + whole.quantity
              + " cannot be split by "
              + how.algo
              + " from "
              + how.startNs
              + " to "
              + how.endNs
              + " each "
              + how.intervalNs
              + " at "
              + how.participationPpm
              + " ppm with "
              + how.weightCount
              + " weights");
    }
    int slot = slab.add(whole.id);
    int at = slab.at(slot);
    long[] words = slab.words();
    whole.pack(words, at);
    how.pack(words, at + SPLIT);
    Arrays.fill(words, at + DONE, at + STRIDE, 0);
    all.add(0, slot);
    byAccount.add(whole.account, slot);
    begin(slot, how, nowNs);
    return slot;
  }

  private void begin(int slot, Split how, long nowNs) {
    if (nowNs >= how.startNs && get(slot, BEGUN) == 0) {
      set(slot, BEGUN, 1);
      set(slot, VOLUME, how.algo == Algo.POV ? volume(instrument(slot)) : 0);
    }
  }

  public void remove(int slot) {
    terms(slot, terms);
    all.remove(0, slot);
    byAccount.remove(terms.account, slot);
    slab.remove(slot);
  }

  /** The slot of a parent, {@link #NONE} when there is none of that id. */
  public int find(long id) {
    return slab.find(id);
  }

  public int size() {
    return slab.size();
  }

  public void terms(int slot, OrderTerms into) {
    into.unpack(slab.words(), slab.at(slot));
  }

  public void split(int slot, Split into) {
    into.unpack(slab.words(), slab.at(slot) + SPLIT);
  }

  /** Lots traded. */
  public long done(int slot) {
    return get(slot, DONE);
  }

  /** Lots traded, each as it was when it was traded: what readers of trades have counted. */
  public long told(int slot) {
    return done(slot) + get(slot, SHIFT);
  }

  /**
   * Takes a parent through a change of what a lot is. Nothing of it may work in the market.
   *
   * @param lots what becomes of some
   * @param price the new one, 0 when it has none
   * @return the whole as it is told: what has been traded as it was then, and what is left
   */
  public long convert(int slot, LongUnaryOperator lots, long price) {
    long before = done(slot);
    long done = lots.applyAsLong(before);
    long left = lots.applyAsLong(left(slot));
    terms(slot, terms);
    terms.quantity = Math.addExact(done, left);
    terms.price = price;
    terms.pack(slab.words(), slab.at(slot));
    set(slot, DONE, done);
    set(slot, SHIFT, get(slot, SHIFT) + before - done);
    if (counts(slot)) {
      set(slot, VOLUME, volume(terms.instrument) - lots.applyAsLong(seen(slot)));
    }
    return told(slot) + left;
  }

  /** Lots that the market has traded since a share of its volume began to count. */
  public long seen(int slot) {
    return counts(slot) ? volume(instrument(slot)) - get(slot, VOLUME) : 0;
  }

  /** Whether all of it has been traded. */
  public boolean isDone(int slot) {
    terms(slot, terms);
    return done(slot) == terms.quantity;
  }

  /** Lots that a child has in the market. */
  public long working(int slot) {
    return get(slot, WORKING);
  }

  /** Lots neither traded nor in the market. */
  public long left(int slot) {
    terms(slot, terms);
    return terms.quantity - done(slot) - working(slot);
  }

  /** Whether all has been traded, or the time is over. */
  public boolean isOver(int slot, long nowNs) {
    split(slot, split);
    terms(slot, terms);
    return nowNs >= split.endNs || done(slot) == terms.quantity;
  }

  /**
   * Lots that should be sent to the market now, besides those that work there already. For a share
   * of the volume the market's trades count from the first call at or after the start.
   */
  public long dueQuantity(int slot, long nowNs) {
    split(slot, split);
    if (nowNs < split.startNs || nowNs >= split.endNs) {
      return 0;
    }
    begin(slot, split, nowNs);
    terms(slot, terms);
    long total = terms.quantity;
    long owed =
        split.algo == Algo.POV
            ? Math.min(total, share(slot))
            : Schedule.target(split, total, Schedule.slice(split, nowNs));
    return Math.max(0, owed - done(slot) - working(slot));
  }

  /** The share of what others have traded since the start. The caller has unpacked the parent. */
  private long share(int slot) {
    long others = volume(terms.instrument) - get(slot, VOLUME) - done(slot);
    return Exact.mulDiv(Math.max(0, others), split.participationPpm, WHOLE_PPM, RoundingMode.FLOOR);
  }

  /** When more may be due: the next slice, or the end; {@link Long#MAX_VALUE} after it. */
  public long nextTimeNs(int slot, long nowNs) {
    split(slot, split);
    return Schedule.nextNs(split, nowNs);
  }

  /** Lots traded in the market, in each trade once, those of parents' children too. */
  public void onTraded(int instrument, long lots) {
    if (instrument >= volumes.length) {
      volumes = Arrays.copyOf(volumes, Integer.highestOneBit(instrument) * 2);
    }
    // May pass the largest long: the difference of two is right all the same.
    volumes[instrument] += lots;
  }

  private long volume(int instrument) {
    return instrument < volumes.length ? volumes[instrument] : 0;
  }

  /**
   * A child of so many lots has been sent.
   *
   * @param parent its id; children of none, or of one that is gone, are nobody's concern
   */
  public void onChildPlaced(long parent, long lots) {
    work(parent, lots, 0);
  }

  /** Lots of a child have been traded; the same trade goes to {@link #onTraded} too. */
  public void onChildFilled(long parent, long lots) {
    work(parent, -lots, lots);
  }

  /** A child has left the market with so many lots not traded. */
  public void onChildGone(long parent, long lots) {
    work(parent, -lots, 0);
  }

  private void work(long parent, long more, long traded) {
    int slot = slab.find(parent);
    if (slot == NONE) {
      return;
    }
    long working = Math.addExact(working(slot), more);
    terms(slot, terms);
    if (working < 0 || traded < 0 || working > terms.quantity - done(slot) - traded) {
      throw new IllegalArgumentException(
          "children of order "
              + parent
              + " of "
              + terms.quantity
              + " cannot have "
              + working
              + " in the market with "
              + done(slot)
              + " and "
              + traded
              + " traded");
    }
    set(slot, WORKING, working);
    set(slot, DONE, done(slot) + traded);
  }

  public int countOfAccount(int account) {
    return byAccount.count(account);
  }

  /** Hands over all slots, lowest id first; the handler may remove the one it gets. */
  public void forEach(IntConsumer handler) {
    all.forEach(0, handler);
  }

  /** Hands over an account's slots, lowest id first; the handler may remove the one it gets. */
  public void forEachOfAccount(int account, IntConsumer handler) {
    byAccount.forEach(account, handler);
  }

  private int instrument(int slot) {
    terms(slot, terms);
    return terms.instrument;
  }

  private long get(int slot, int word) {
    return slab.words()[slab.at(slot) + word];
  }

  private void set(int slot, int word, long value) {
    slab.words()[slab.at(slot) + word] = value;
  }

  /** The parents by id. Of the market's volume only what each has seen since its start. */
  public void write(SnapshotWriter out) {
    out.put(size());
    forEach(
        slot -> {
          out.put(slab.words(), slab.at(slot), VOLUME);
          out.put(seen(slot));
        });
  }

  private boolean counts(int slot) {
    split(slot, split);
    return split.algo == Algo.POV && get(slot, BEGUN) != 0;
  }

  /** Reads what {@link #write} wrote; there are no parents yet. */
  public void read(SnapshotReader in) {
    long[] words = new long[STRIDE];
    for (int left = in.getCount(MAX); left > 0; left--) {
      in.get(words, 0, STRIDE);
      terms.unpack(words, 0);
      int slot = slab.add(terms.id);
      System.arraycopy(words, 0, slab.words(), slab.at(slot), STRIDE);
      if (counts(slot)) {
        set(slot, VOLUME, volume(terms.instrument) - words[VOLUME]);
      }
      all.add(0, slot);
      byAccount.add(terms.account, slot);
    }
  }
}

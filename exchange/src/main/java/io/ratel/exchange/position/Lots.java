package io.ratel.exchange.position;

import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.model.money.Exact;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * What positions kept first in, first out are made of: queues of openings in one slab. A queue is a
 * {@code long} that its owner keeps (how many there are, and the newest; each knows the next newer
 * one, and the newest the oldest). Quantities are positive and costs not negative: which way a
 * position stands is its owner's affair.
 *
 * <p>A position made of a single opening has no queue ({@link #EMPTY}): its quantity and cost say
 * everything. So every queue has two at least, and who trades in and out never comes here.
 *
 * <p>A queue has {@value #MAX_OF_ONE} openings at most and all queues together as many as the slab
 * has room for; what is opened beyond that joins the newest.
 */
final class Lots {
  static final long EMPTY = 0;
  static final int MAX_OF_ONE = 1_024;
  static final int MAX = 1 << 23;

  private static final int QUANTITY = 0;
  private static final int COST = 1;
  private static final int NEXT = 2;
  private static final int STRIDE = 3;
  private static final int NONE = -1;

  private final int max;
  private long[] slab = new long[STRIDE * 256];
  private int used;
  private int live;
  private int free = NONE;

  /**
   * @param max of all queues together
   */
  Lots(int max) {
    this.max = max;
  }

  static int count(long queue) {
    return (int) (queue >>> 32);
  }

  /**
   * Adds what a fill opened to a position that is not flat.
   *
   * @param held what the position had before, and its cost
   */
  long open(long queue, long held, long heldCost, long quantity, long cost) {
    int count = count(queue);
    if (count == 0) {
      return live + 2 > max ? EMPTY : add(add(EMPTY, held, heldCost), quantity, cost);
    }
    if (count < MAX_OF_ONE && live < max) {
      return add(queue, quantity, cost);
    }
    int at = newest(queue) * STRIDE;
    slab[at + QUANTITY] += quantity;
    slab[at + COST] += cost;
    return queue;
  }

  /** The cost of the oldest {@code quantity}, which is less than all; nothing changes. */
  long costOf(long queue, long quantity) {
    long cost = 0;
    long left = quantity;
    int lot = oldest(queue);
    while (left >= quantity(lot)) {
      left -= quantity(lot);
      cost += cost(lot);
      lot = next(lot);
    }
    return cost + part(cost(lot), left, quantity(lot));
  }

  /** Takes the oldest {@code quantity} away, which is less than all. */
  long close(long queue, long quantity) {
    int count = count(queue);
    int newest = newest(queue);
    long left = quantity;
    int lot = oldest(queue);
    while (left >= quantity(lot)) {
      left -= quantity(lot);
      int next = next(lot);
      release(lot);
      count--;
      lot = next;
    }
    int at = lot * STRIDE;
    slab[at + COST] -= part(slab[at + COST], left, slab[at + QUANTITY]);
    slab[at + QUANTITY] -= left;
    slab[newest * STRIDE + NEXT] = lot;
    return normal(count, newest);
  }

  /** Takes everything away. */
  long clear(long queue) {
    int lot = count(queue) == 0 ? NONE : oldest(queue);
    for (int i = count(queue); i > 0; i--) {
      int next = next(lot);
      release(lot);
      lot = next;
    }
    return EMPTY;
  }

  /**
   * Scales a queue to a new whole. The sums from the oldest on are scaled and rounded, quantities
   * down and costs to the nearest, so that they add up; an opening of which no lot is left hands
   * its cost to the next newer one.
   */
  long scale(long queue, long held, long heldCost, long quantity, long cost) {
    if (count(queue) == 0 || quantity == 0) {
      return clear(queue);
    }
    int count = count(queue);
    int kept = 0;
    int last = newest(queue);
    int first = NONE;
    int previous = NONE;
    int lot = oldest(queue);
    long sum = 0;
    long sumCost = 0;
    long scaled = 0;
    long scaledCost = 0;
    for (int i = 0; i < count; i++) {
      int next = next(lot);
      sum += quantity(lot);
      sumCost += cost(lot);
      long upTo = Exact.mulDiv(sum, quantity, held, RoundingMode.DOWN);
      if (upTo == scaled) {
        release(lot);
      } else {
        long costUpTo = heldCost == 0 ? part(cost, sum, held) : part(cost, sumCost, heldCost);
        int at = lot * STRIDE;
        slab[at + QUANTITY] = upTo - scaled;
        slab[at + COST] = costUpTo - scaledCost;
        scaled = upTo;
        scaledCost = costUpTo;
        if (previous == NONE) {
          first = lot;
        } else {
          slab[previous * STRIDE + NEXT] = lot;
        }
        previous = lot;
        kept++;
      }
      lot = next;
    }
    slab[last * STRIDE + NEXT] = first; // the sum up to the newest is whole, so it stays
    return normal(kept, last);
  }

  /** {@code share / whole} of an amount, to the nearest, halves to even. */
  static long part(long amount, long share, long whole) {
    return share == whole ? amount : Exact.mulDiv(amount, share, whole, RoundingMode.HALF_EVEN);
  }

  private long normal(int count, int newest) {
    if (count > 1) {
      return (long) count << 32 | newest;
    }
    release(newest);
    return EMPTY;
  }

  private long add(long queue, long quantity, long cost) {
    int lot = free;
    if (lot != NONE) {
      free = next(lot);
    } else {
      lot = used++;
      if (used * STRIDE > slab.length) {
        slab = Arrays.copyOf(slab, slab.length * 2);
      }
    }
    live++;
    int at = lot * STRIDE;
    slab[at + QUANTITY] = quantity;
    slab[at + COST] = cost;
    if (count(queue) == 0) {
      slab[at + NEXT] = lot;
    } else {
      slab[at + NEXT] = oldest(queue);
      slab[newest(queue) * STRIDE + NEXT] = lot;
    }
    return (count(queue) + 1L) << 32 | lot;
  }

  private void release(int lot) {
    slab[lot * STRIDE + NEXT] = free;
    free = lot;
    live--;
  }

  private static int newest(long queue) {
    return (int) queue;
  }

  private int oldest(long queue) {
    return next(newest(queue));
  }

  private int next(int lot) {
    return (int) slab[lot * STRIDE + NEXT];
  }

  private long quantity(int lot) {
    return slab[lot * STRIDE + QUANTITY];
  }

  private long cost(int lot) {
    return slab[lot * STRIDE + COST];
  }

  /** Writes how many there are, then quantity and cost of each, oldest first. */
  void write(long queue, SnapshotWriter out) {
    out.put(count(queue));
    int lot = newest(queue);
    for (int i = count(queue); i > 0; i--) {
      lot = next(lot);
      out.put(slab, lot * STRIDE, 2);
    }
  }

  /**
   * Reads a queue back.
   *
   * @throws IllegalArgumentException when it does not add up to what the position has
   */
  long read(SnapshotReader in, long held, long heldCost) {
    int count = in.getCount(Math.min(MAX_OF_ONE, max - live));
    long queue = EMPTY;
    long sum = 0;
    long sumCost = 0;
    for (int i = 0; i < count; i++) {
      long quantity = in.get();
      long cost = in.get();
      if (quantity <= 0 || cost < 0) {
        throw new IllegalArgumentException(
            "the snapshot opens " + quantity + " lots at a cost of " + cost);
      }
      queue = add(queue, quantity, cost);
      sum += quantity;
      sumCost += cost;
    }
    if (count == 1 || (count > 0 && (sum != held || sumCost != heldCost))) {
      throw new IllegalArgumentException(
          "the snapshot has %d openings of %d lots at %d in a position of %d at %d"
              .formatted(count, sum, sumCost, held, heldCost));
    }
    return queue;
  }
}

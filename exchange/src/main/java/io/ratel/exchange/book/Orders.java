package io.ratel.exchange.book;

import io.ratel.model.order.Side;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * All resting orders of the exchange in one slab, eight {@code long}s (a cache line) each, linked
 * into the queues of their price levels. An order is named by its {@code slot} in the slab while it
 * rests and by its id for ever.
 */
public final class Orders {
  /** No slot. */
  public static final int NONE = -1;

  private static final int ID = 0;
  private static final int ACCOUNT = 1;
  private static final int PRICE = 2;
  private static final int REMAINING = 3;
  private static final int QUANTITY = 4;
  private static final int TURNOVER = 5;
  private static final int LINKS = 6; // next in the high half, previous in the low half
  private static final int PLACE = 7; // instrument in the high half, side in the low half
  private static final int STRIDE = 8;

  private long[] slab = new long[STRIDE * 1_024];
  private int used;
  private int free = NONE;
  private final Long2LongHashMap byId = new Long2LongHashMap(NONE);

  /** Adds an order that is not yet in a queue. */
  public int add(
      long id,
      long account,
      int instrument,
      Side side,
      long price,
      long quantity,
      long remaining,
      long turnover) {
    int slot = free;
    if (slot != NONE) {
      free = next(slot);
    } else {
      slot = used++;
      if (used * STRIDE > slab.length) {
        slab = Arrays.copyOf(slab, slab.length * 2);
      }
    }
    int at = slot * STRIDE;
    slab[at + ID] = id;
    slab[at + ACCOUNT] = account;
    slab[at + PRICE] = price;
    slab[at + REMAINING] = remaining;
    slab[at + QUANTITY] = quantity;
    slab[at + TURNOVER] = turnover;
    slab[at + LINKS] = pair(NONE, NONE);
    slab[at + PLACE] = pair(instrument, side.ordinal());
    byId.put(id, slot);
    return slot;
  }

  /** Forgets an order that has left its queue. */
  void remove(int slot) {
    byId.remove(id(slot));
    slab[slot * STRIDE + LINKS] = pair(free, NONE);
    free = slot;
  }

  /** The slot of a resting order, {@link #NONE} when it does not rest. */
  public int find(long id) {
    return (int) byId.get(id);
  }

  public int size() {
    return byId.size();
  }

  public long id(int slot) {
    return slab[slot * STRIDE + ID];
  }

  public long account(int slot) {
    return slab[slot * STRIDE + ACCOUNT];
  }

  public long price(int slot) {
    return slab[slot * STRIDE + PRICE];
  }

  public long remaining(int slot) {
    return slab[slot * STRIDE + REMAINING];
  }

  public long quantity(int slot) {
    return slab[slot * STRIDE + QUANTITY];
  }

  /** Ticks times lots traded so far. */
  public long turnover(int slot) {
    return slab[slot * STRIDE + TURNOVER];
  }

  public int instrument(int slot) {
    return (int) (slab[slot * STRIDE + PLACE] >> 32);
  }

  public Side side(int slot) {
    return (int) slab[slot * STRIDE + PLACE] == 0 ? Side.BUY : Side.SELL;
  }

  /** The order behind this one in its queue. */
  public int next(int slot) {
    return (int) (slab[slot * STRIDE + LINKS] >> 32);
  }

  int previous(int slot) {
    return (int) slab[slot * STRIDE + LINKS];
  }

  void link(int slot, int next, int previous) {
    slab[slot * STRIDE + LINKS] = pair(next, previous);
  }

  void fill(int slot, long quantity, long turnover) {
    slab[slot * STRIDE + REMAINING] -= quantity;
    slab[slot * STRIDE + TURNOVER] += turnover;
  }

  void reduce(int slot, long by) {
    slab[slot * STRIDE + REMAINING] -= by;
    slab[slot * STRIDE + QUANTITY] -= by;
  }

  private static long pair(int high, int low) {
    return (long) high << 32 | (low & 0xFFFF_FFFFL);
  }
}

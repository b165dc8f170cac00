package io.ratel.exchange.book;

import io.ratel.model.order.Side;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * All resting orders of the exchange in one slab, eight {@code long}s (a cache line) each, linked
 * into the queues of their price levels. An order is named by its {@code slot} in the slab while it
 * rests and by its id for ever. What only icebergs have lies in tables of its own.
 */
public final class Orders {
  /** No slot. */
  public static final int NONE = -1;

  /** The flag of an order that nobody sees: it trades after those shown at its price. */
  public static final int HIDDEN = 1 << 16;

  /** Those flags that the book keeps and does not read. */
  public static final int FREE_FLAGS = HIDDEN - 1;

  private static final int FLAGS = HIDDEN | FREE_FLAGS;
  private static final int ICEBERG = 1 << 30;
  private static final int SELL = 1 << 31;

  private static final int ID = 0;
  private static final int ACCOUNT = 1;
  private static final int PRICE = 2;
  private static final int REMAINING = 3;
  private static final int QUANTITY = 4;
  private static final int TURNOVER = 5;
  private static final int LINKS = 6; // next in the high half, previous in the low half
  private static final int PLACE = 7; // instrument in the high half; side, iceberg, flags below
  private static final int LINE = 3; // an order's line begins at slot << LINE

  private static final long LOW_HALF = 0xFFFF_FFFFL;
  private static final long ALONE = -1L; // no next and no previous

  private long[] slab = new long[1_024 << LINE];
  private int used;
  private int free = NONE;
  private final OrderIndex byId = new OrderIndex(this);
  private final Long2LongHashMap displays = new Long2LongHashMap(0);
  private final Long2LongHashMap slices = new Long2LongHashMap(0);

  /** Adds an order that is not yet in a queue and has no flags. */
  public int add(
      long id,
      long account,
      int instrument,
      Side side,
      long price,
      long quantity,
      long remaining,
      long turnover) {
    return add(id, account, instrument, side, price, quantity, remaining, turnover, 0);
  }

  /**
   * Adds an order that is not yet in a queue.
   *
   * @param id of no order that rests
   * @param flags {@link #HIDDEN} and any of {@link #FREE_FLAGS}
   */
  public int add(
      long id,
      long account,
      int instrument,
      Side side,
      long price,
      long quantity,
      long remaining,
      long turnover,
      int flags) {
    int slot = free;
    if (slot != NONE) {
      free = next(slot);
    } else {
      slot = used++;
      if (used << LINE > slab.length) {
        slab = Arrays.copyOf(slab, slab.length * 2);
      }
    }
    int at = slot << LINE;
    slab[at + ID] = id;
    slab[at + ACCOUNT] = account;
    slab[at + PRICE] = price;
    slab[at + REMAINING] = remaining;
    slab[at + QUANTITY] = quantity;
    slab[at + TURNOVER] = turnover;
    slab[at + LINKS] = ALONE;
    slab[at + PLACE] = pair(instrument, (side == Side.BUY ? 0 : SELL) | checked(flags));
    byId.add(id, slot);
    return slot;
  }

  private static int checked(int flags) {
    if ((flags & ~FLAGS) != 0) {
      throw new IllegalArgumentException("an order has no flags " + Integer.toHexString(flags));
    }
    return flags;
  }

  /** Makes an order that is not yet in a queue an iceberg that shows its first slice. */
  public void setDisplay(int slot, long display) {
    setDisplay(slot, display, Math.min(display, remaining(slot)));
  }

  /**
   * Makes an order that is not yet in a queue an iceberg.
   *
   * @param display lots it shows at a time
   * @param shown lots it shows now
   */
  public void setDisplay(int slot, long display, long shown) {
    if (isHidden(slot) || display <= 0 || shown <= 0 || shown > remaining(slot)) {
      throw new IllegalArgumentException(
          "order " + id(slot) + " cannot display " + display + " and show " + shown);
    }
    slab[(slot << LINE) + PLACE] |= ICEBERG;
    displays.put(slot, display);
    slices.put(slot, shown);
  }

  /** Forgets an order that has left its queue. */
  void remove(int slot) {
    byId.remove(id(slot), slot);
    if (isIceberg(slot)) {
      displays.remove(slot);
      slices.remove(slot);
    }
    slab[(slot << LINE) + LINKS] = pair(free, NONE);
    free = slot;
  }

  /** The slot of a resting order, {@link #NONE} when it does not rest. */
  public int find(long id) {
    return byId.find(id);
  }

  public int size() {
    return byId.size();
  }

  public long id(int slot) {
    return slab[(slot << LINE) + ID];
  }

  public long account(int slot) {
    return slab[(slot << LINE) + ACCOUNT];
  }

  public long price(int slot) {
    return slab[(slot << LINE) + PRICE];
  }

  public long remaining(int slot) {
    return slab[(slot << LINE) + REMAINING];
  }

  public long quantity(int slot) {
    return slab[(slot << LINE) + QUANTITY];
  }

  /** Ticks times lots traded so far. */
  public long turnover(int slot) {
    return slab[(slot << LINE) + TURNOVER];
  }

  public int instrument(int slot) {
    return (int) (slab[(slot << LINE) + PLACE] >> 32);
  }

  public Side side(int slot) {
    return isBuy(slot) ? Side.BUY : Side.SELL;
  }

  /** The flags given to {@link #add}, or those of {@link #setFlags}. */
  public int flags(int slot) {
    return place(slot) & FLAGS;
  }

  /**
   * Replaces an order's flags.
   *
   * @throws IllegalArgumentException when that would hide or show it
   */
  public void setFlags(int slot, int flags) {
    int at = (slot << LINE) + PLACE;
    if (((int) slab[at] & HIDDEN) != (checked(flags) & HIDDEN)) {
      throw new IllegalArgumentException("order " + id(slot) + " cannot be hidden or shown now");
    }
    slab[at] = slab[at] & ~FLAGS | flags;
  }

  /** Lots that an iceberg shows at a time, 0 for any other order. */
  public long display(int slot) {
    return isIceberg(slot) ? displays.get(slot) : 0;
  }

  /** Lots that the book shows of an order: nothing, its current slice, or all that remains. */
  public long shown(int slot) {
    return isHidden(slot) ? 0 : open(slot);
  }

  /** Lots that can trade before the order loses its place: an iceberg's slice, else all. */
  long open(int slot) {
    return isIceberg(slot) ? slices.get(slot) : remaining(slot);
  }

  private int place(int slot) {
    return (int) slab[(slot << LINE) + PLACE];
  }

  boolean isBuy(int slot) {
    return place(slot) >= 0;
  }

  /** 0 for a shown bid, 1 for a shown ask, 2 and 3 for hidden ones. */
  int group(int slot) {
    int place = place(slot);
    return place >>> 31 | (place & HIDDEN) >> 15;
  }

  boolean isHidden(int slot) {
    return (place(slot) & HIDDEN) != 0;
  }

  boolean isIceberg(int slot) {
    return (place(slot) & ICEBERG) != 0;
  }

  /** The order behind this one in its queue. */
  public int next(int slot) {
    return (int) (slab[(slot << LINE) + LINKS] >> 32);
  }

  int previous(int slot) {
    return (int) slab[(slot << LINE) + LINKS];
  }

  boolean isAlone(int slot) {
    return slab[(slot << LINE) + LINKS] == ALONE;
  }

  void link(int slot, int next, int previous) {
    slab[(slot << LINE) + LINKS] = pair(next, previous);
  }

  void linkNext(int slot, int next) {
    int at = (slot << LINE) + LINKS;
    slab[at] = (long) next << 32 | slab[at] & LOW_HALF;
  }

  void linkPrevious(int slot, int previous) {
    int at = (slot << LINE) + LINKS;
    slab[at] = slab[at] & ~LOW_HALF | previous & LOW_HALF;
  }

  /** What is left of a quantity after a queue's orders, except those of one account. */
  long without(long account, int first, long quantity) {
    long left = quantity;
    for (int slot = first; slot != NONE && left > 0; slot = next(slot)) {
      if (account(slot) != account) {
        left -= remaining(slot);
      }
    }
    return left;
  }

  void price(int slot, long price) {
    slab[(slot << LINE) + PRICE] = price;
  }

  void fill(int slot, long quantity, long turnover) {
    int at = slot << LINE;
    slab[at + REMAINING] -= quantity;
    slab[at + TURNOVER] += turnover;
  }

  void reduce(int slot, long by) {
    int at = slot << LINE;
    slab[at + REMAINING] -= by;
    slab[at + QUANTITY] -= by;
  }

  /** What an iceberg shows from now on. */
  void slice(int slot, long shown) {
    slices.put(slot, shown);
  }

  private static long pair(int high, int low) {
    return (long) high << 32 | low & LOW_HALF;
  }
}

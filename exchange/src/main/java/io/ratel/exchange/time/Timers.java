package io.ratel.exchange.time;

import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.exchange.trigger.SlotHeap;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * What is to happen when: at most one moment for each kind of thing and id. Due ones leave by time,
 * then by kind, then by id. Times are nanoseconds since 1970 UTC.
 */
public final class Timers {
  /** Timers at a time. */
  public static final int MAX = 1 << 22;

  /** Kinds are below this. */
  public static final int KINDS = 16;

  /** No time. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final int NONE = -1;
  private static final int TIME = 0;
  private static final int KIND = 1;
  private static final int ID = 2;
  private static final int STRIDE = 3;

  private final Long2LongHashMap[] slots = new Long2LongHashMap[KINDS];
  private final SlotHeap heap = new SlotHeap(new SlotHeap.Places());
  private long[] slab = new long[STRIDE * 64];
  private int used;
  private int free = NONE;
  private int polledKind;
  private long polledId;
  private long polledNs;

  public Timers() {
    Arrays.setAll(slots, kind -> new Long2LongHashMap(NONE));
  }

  public int size() {
    return heap.size();
  }

  /** Whether so many more would still be within the bound. */
  public boolean hasRoomFor(int more) {
    return heap.size() + more <= MAX;
  }

  /**
   * Sets the moment of a thing, instead of the one that it has.
   *
   * @param timeNs not {@link #NEVER}
   * @throws IllegalStateException when there is no room
   */
  public void schedule(int kind, long id, long timeNs) {
    if (timeNs == NEVER || kind < 0 || kind >= KINDS) {
      throw new IllegalArgumentException(
          "a timer has a kind below " + KINDS + " and a time, had " + kind + " and " + timeNs);
    }
    int slot = (int) slots[kind].get(id);
    if (slot != NONE) {
      slab[slot * STRIDE + TIME] = timeNs;
      heap.change(slot, timeNs);
      return;
    }
    if (!hasRoomFor(1)) {
      throw new IllegalStateException("there is room for " + MAX + " timers");
    }
    slot = free;
    if (slot != NONE) {
      free = (int) slab[slot * STRIDE];
    } else {
      slot = used++;
      if (used * STRIDE > slab.length) {
        slab = Arrays.copyOf(slab, slab.length * 2);
      }
    }
    slab[slot * STRIDE + TIME] = timeNs;
    slab[slot * STRIDE + KIND] = kind;
    slab[slot * STRIDE + ID] = id;
    slots[kind].put(id, slot);
    heap.add(slot, timeNs, kind, id);
  }

  /** Forgets the moment of a thing, if it has one. */
  public void cancel(int kind, long id) {
    int slot = (int) slots[kind].get(id);
    if (slot != NONE) {
      remove(slot);
    }
  }

  /** The moment of a thing, {@link #NEVER} when it has none. */
  public long timeNs(int kind, long id) {
    int slot = (int) slots[kind].get(id);
    return slot == NONE ? NEVER : slab[slot * STRIDE + TIME];
  }

  /** The earliest moment of all, {@link #NEVER} when there is none. */
  public long nextNs() {
    return heap.size() == 0 ? NEVER : heap.key(0);
  }

  /** Whether something is due. */
  public boolean isDue(long nowNs) {
    return heap.reaches(nowNs);
  }

  /**
   * Takes out the first that is due, which {@link #polledKind}, {@link #polledId} and {@link
   * #polledNs} then tell.
   *
   * @return false when none is due at {@code nowNs}
   */
  public boolean pollDue(long nowNs) {
    if (!heap.reaches(nowNs)) {
      return false;
    }
    int slot = heap.slot(0);
    polledNs = slab[slot * STRIDE + TIME];
    polledKind = (int) slab[slot * STRIDE + KIND];
    polledId = slab[slot * STRIDE + ID];
    remove(slot);
    return true;
  }

  public int polledKind() {
    return polledKind;
  }

  public long polledId() {
    return polledId;
  }

  /** When it was to happen, which may have been long ago. */
  public long polledNs() {
    return polledNs;
  }

  private void remove(int slot) {
    heap.remove(slot);
    slots[(int) slab[slot * STRIDE + KIND]].remove(slab[slot * STRIDE + ID]);
    slab[slot * STRIDE] = free;
    free = slot;
  }

  /** All timers in the sequence in which they will be due. */
  public void write(SnapshotWriter out) {
    heap.sort();
    out.put(heap.size());
    for (int place = 0; place < heap.size(); place++) {
      out.put(slab, heap.slot(place) * STRIDE, STRIDE);
    }
  }

  /** Reads what {@link #write} wrote; nothing is scheduled yet. */
  public void read(SnapshotReader in) {
    long[] timer = new long[STRIDE];
    for (int left = in.getCount(MAX); left > 0; left--) {
      in.get(timer, 0, STRIDE);
      schedule((int) timer[KIND], timer[ID], timer[TIME]);
    }
  }
}

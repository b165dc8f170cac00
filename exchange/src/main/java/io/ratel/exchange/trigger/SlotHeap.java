package io.ratel.exchange.trigger;

import java.util.Arrays;

/**
 * A binary heap of slots, the lowest key first, then the lowest kind, then the lowest id. It knows
 * where each slot stands, so that any can leave or move in logarithmic time. What it does depends
 * on what is in it alone, not on how that came in, as long as no two entries are equal.
 */
public final class SlotHeap {
  /** Where slots stand. Heaps of which a slot is in at most one share it. */
  public static final class Places {
    private int[] of = new int[0];

    private void put(int slot, int place) {
      if (slot >= of.length) {
        int from = of.length;
        of = Arrays.copyOf(of, Math.max(64, Integer.highestOneBit(slot) * 2));
        Arrays.fill(of, from, of.length, NONE);
      }
      of[slot] = place;
    }

    /** Whether a slot stands in one of the heaps. */
    public boolean has(int slot) {
      return slot < of.length && of[slot] != NONE;
    }
  }

  private static final int NONE = OrderSlab.NONE;
  private static final int KEY = 0;
  private static final int KIND = 1;
  private static final int ID = 2;
  private static final int SLOT = 3;
  private static final int STRIDE = 4;

  private final Places places;
  private long[] entries = new long[STRIDE * 8];
  private int size;

  public SlotHeap(Places places) {
    this.places = places;
  }

  public int size() {
    return size;
  }

  /** The slot at a place of the heap, 0 being the first to leave. */
  public int slot(int place) {
    return (int) entries[place * STRIDE + SLOT];
  }

  public long key(int place) {
    return entries[place * STRIDE + KEY];
  }

  /** Whether the first has a key of at most {@code bound}. */
  public boolean reaches(long bound) {
    return size > 0 && entries[KEY] <= bound;
  }

  public void add(int slot, long key, int kind, long id) {
    if (++size * STRIDE > entries.length) {
      entries = Arrays.copyOf(entries, entries.length * 2);
    }
    put(size - 1, key, kind, id, slot);
    rise(size - 1);
  }

  public void remove(int slot) {
    int place = places.of[slot];
    places.of[slot] = NONE;
    size--;
    if (place < size) {
      move(size, place);
      settle(place);
    }
  }

  /** Gives a slot another key. */
  public void change(int slot, long key) {
    int place = places.of[slot];
    entries[place * STRIDE + KEY] = key;
    settle(place);
  }

  public void clear() {
    for (int place = 0; place < size; place++) {
      places.of[slot(place)] = NONE;
    }
    size = 0;
  }

  /**
   * Lays the entries out in the sequence in which they would leave, which is a heap too: so all can
   * be read in that sequence.
   */
  public void sort() {
    int count = size;
    long[] sorted = new long[entries.length];
    for (int i = 0; i < count; i++) {
      System.arraycopy(entries, 0, sorted, i * STRIDE, STRIDE);
      remove(slot(0));
    }
    entries = sorted;
    size = count;
    for (int i = 0; i < count; i++) {
      places.of[slot(i)] = i;
    }
  }

  private void settle(int place) {
    if (place > 0 && before(place, (place - 1) / 2)) {
      rise(place);
    } else {
      sink(place);
    }
  }

  private void rise(int from) {
    int place = from;
    while (place > 0 && before(place, (place - 1) / 2)) {
      swap(place, (place - 1) / 2);
      place = (place - 1) / 2;
    }
  }

  private void sink(int from) {
    int place = from;
    while (true) {
      int child = 2 * place + 1;
      if (child + 1 < size && before(child + 1, child)) {
        child++;
      }
      if (child >= size || !before(child, place)) {
        return;
      }
      swap(place, child);
      place = child;
    }
  }

  private boolean before(int a, int b) {
    int i = a * STRIDE;
    int j = b * STRIDE;
    if (entries[i + KEY] != entries[j + KEY]) {
      return entries[i + KEY] < entries[j + KEY];
    }
    if (entries[i + KIND] != entries[j + KIND]) {
      return entries[i + KIND] < entries[j + KIND];
    }
    return entries[i + ID] < entries[j + ID];
  }

  private void swap(int a, int b) {
    int at = a * STRIDE;
    long key = entries[at + KEY];
    long kind = entries[at + KIND];
    long id = entries[at + ID];
    int slot = slot(a);
    move(b, a);
    put(b, key, kind, id, slot);
  }

  private void move(int from, int to) {
    System.arraycopy(entries, from * STRIDE, entries, to * STRIDE, STRIDE);
    places.of[slot(to)] = to;
  }

  private void put(int place, long key, long kind, long id, int slot) {
    int at = place * STRIDE;
    entries[at + KEY] = key;
    entries[at + KIND] = kind;
    entries[at + ID] = id;
    entries[at + SLOT] = slot;
    places.put(slot, place);
  }
}

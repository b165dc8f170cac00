package io.ratel.exchange.order;

import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * Orders that know of each other: an entry whose fills two legs protect, and the legs, of which one
 * cancels the other. A group is named by its row; an order belongs to one group at most.
 */
public final class Groups {
  /** No group. */
  public static final int NONE = -1;

  private static final int KEY = 0;
  private static final int ENTRY = 1; // 0 when it is over, or there never was one
  private static final int FILLED = 2;
  private static final int PROFIT = 3; // 0 when it is over
  private static final int STOP = 4;
  private static final int STRIDE = 5;

  private long[] words = new long[STRIDE * 64];
  private int used;
  private int free = NONE;
  private int size;
  private final Long2LongHashMap byOrder = new Long2LongHashMap(NONE);

  /**
   * Makes a group.
   *
   * @param key its name for clients: the id of the order that came with it
   * @param entry 0 when both legs work at once
   * @param profit 0 without one
   * @param stop 0 without one
   */
  public int add(long key, long entry, long profit, long stop) {
    int row = free;
    if (row == NONE) {
      row = used++;
      if (used * STRIDE > words.length) {
        words = Arrays.copyOf(words, words.length * 2);
      }
    } else {
      free = (int) words[row * STRIDE];
    }
    int at = row * STRIDE;
    words[at + KEY] = key;
    words[at + ENTRY] = entry;
    words[at + FILLED] = 0;
    words[at + PROFIT] = profit;
    words[at + STOP] = stop;
    size++;
    index(entry, row);
    index(profit, row);
    index(stop, row);
    return row;
  }

  private void index(long order, int row) {
    if (order != 0) {
      byOrder.put(order, row);
    }
  }

  /** The group of an order. */
  public int find(long order) {
    return (int) byOrder.get(order);
  }

  public long key(int row) {
    return words[row * STRIDE + KEY];
  }

  /** The entry that still works, 0 without one. */
  public long entry(int row) {
    return words[row * STRIDE + ENTRY];
  }

  /** Lots the entry has filled. */
  public long filled(int row) {
    return words[row * STRIDE + FILLED];
  }

  public void fill(int row, long lots) {
    words[row * STRIDE + FILLED] += lots;
  }

  public long profit(int row) {
    return words[row * STRIDE + PROFIT];
  }

  public long stop(int row) {
    return words[row * STRIDE + STOP];
  }

  /** Takes an order out of its group; a group without orders is no more. */
  public void leave(int row, long order) {
    byOrder.remove(order);
    int at = row * STRIDE;
    for (int word = ENTRY; word <= STOP; word++) {
      if (word != FILLED && words[at + word] == order) {
        words[at + word] = 0;
      }
    }
    if (words[at + ENTRY] == 0 && words[at + PROFIT] == 0 && words[at + STOP] == 0) {
      words[at] = free;
      free = row;
      size--;
    }
  }

  /** Writes the groups by their keys, so that the history of the rows does not show. */
  public void write(SnapshotWriter out) {
    int[] rows = new int[size];
    boolean[] isFree = new boolean[used];
    for (int row = free; row != NONE; row = (int) words[row * STRIDE]) {
      isFree[row] = true;
    }
    int n = 0;
    for (int row = 0; row < used; row++) {
      if (!isFree[row]) {
        rows[n++] = row;
      }
    }
    out.put(size);
    Arrays.stream(rows)
        .boxed()
        .sorted((a, b) -> Long.compare(key(a), key(b)))
        .forEach(row -> out.put(words, row * STRIDE, STRIDE));
  }

  public void read(SnapshotReader in) {
    for (int i = 0, n = in.getCount(Integer.MAX_VALUE); i < n; i++) {
      int row = add(in.get(), in.get(), 0, 0);
      long filled = in.get();
      int at = row * STRIDE;
      words[at + FILLED] = filled;
      words[at + PROFIT] = in.get();
      words[at + STOP] = in.get();
      index(words[at + PROFIT], row);
      index(words[at + STOP], row);
    }
  }
}

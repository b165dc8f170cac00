package io.ratel.exchange.position;

import java.util.Arrays;

/**
 * Rows strung together by a number they share, in the sequence in which they were added. The links
 * lie in an array of their own, so that adding and removing move nothing.
 */
final class Chain {
  static final int NONE = -1;

  private static final long EMPTY = -1L; // neither a first nor a last row

  /** For each number its first row in the high half and its last in the low half. */
  private long[] ends = new long[64];

  /** For each row the next in the high half and the previous in the low half. */
  private long[] links = new long[64];

  Chain() {
    Arrays.fill(ends, EMPTY);
  }

  /** The first row of a number, {@link #NONE} when it has none. */
  int first(int number) {
    return number < ends.length ? high(ends[number]) : NONE;
  }

  /** The row after this one, {@link #NONE} at the end. */
  int next(int row) {
    return high(links[row]);
  }

  void add(int number, int row) {
    if (number >= ends.length) {
      int size = ends.length;
      ends = Arrays.copyOf(ends, grown(size, number));
      Arrays.fill(ends, size, ends.length, EMPTY);
    }
    if (row >= links.length) {
      links = Arrays.copyOf(links, grown(links.length, row));
    }
    int last = low(ends[number]);
    links[row] = pair(NONE, last);
    if (last != NONE) {
      links[last] = pair(row, low(links[last]));
    }
    ends[number] = pair(last == NONE ? row : first(number), row);
  }

  void remove(int number, int row) {
    int next = high(links[row]);
    int previous = low(links[row]);
    if (previous != NONE) {
      links[previous] = pair(next, low(links[previous]));
    }
    if (next != NONE) {
      links[next] = pair(high(links[next]), previous);
    }
    ends[number] =
        pair(
            previous == NONE ? next : high(ends[number]),
            next == NONE ? previous : low(ends[number]));
  }

  private static int grown(int size, int index) {
    return Math.max(Math.multiplyExact(size, 2), Math.addExact(index, 1));
  }

  private static int high(long pair) {
    return (int) (pair >> 32);
  }

  private static int low(long pair) {
    return (int) pair;
  }

  private static long pair(int high, int low) {
    return (long) high << 32 | (low & 0xFFFF_FFFFL);
  }
}

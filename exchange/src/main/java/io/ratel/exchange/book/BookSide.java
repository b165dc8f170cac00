package io.ratel.exchange.book;

import java.util.Arrays;

/**
 * The price levels of one side. Prices are kept as keys whose larger value is the better one. The
 * keys around the best lie in a dense window, one place for each tick, with a bitmap of those that
 * have orders and a bitmap of that bitmap's words; worse ones far away lie sorted in an overflow.
 * The window begins small, grows to {@value #MAX_WINDOW} ticks, and moves when the market does.
 *
 * <p>A level is named by a handle that is good until the next {@link #insert} or {@link #delete}:
 * the place in the window, or {@code -2 - i} for the {@code i}-th of the overflow.
 */
final class BookSide {
  /** No level. */
  static final int NONE = -1;

  static final int MAX_WINDOW = 1 << 16;

  private static final int MIN_WINDOW = 1 << 8;
  private static final int QUANTITY = 0;
  private static final int QUEUE = 1; // head in the high half, tail in the low half
  private static final int ORDERS = 2;
  private static final int RESERVE = 3;
  private static final int STRIDE = 4;
  private static final long EMPTY_QUEUE = -1L; // no head and no tail

  private final int sign;

  /** The key at place 0; everything in the overflow is below it. */
  private long base;

  private int window = MIN_WINDOW;
  private long[] levels = new long[STRIDE * MIN_WINDOW];
  private long[] bits = new long[MIN_WINDOW >> 6];
  private long[] summary = new long[1];

  // What the window was before it moved: it moves into it again, so that moving costs no object.
  private long[] spareLevels = {};
  private long[] spareBits = {};

  private int best = NONE;
  private int dense;

  private long[] farKeys = new long[8];
  private long[] farLevels = new long[STRIDE * 8];
  private int far;

  BookSide(boolean bids) {
    this.sign = bids ? 1 : -1;
  }

  /** Levels that have orders. */
  int size() {
    return dense + far;
  }

  /** The best level, {@link #NONE} when there is none. */
  int best() {
    return best;
  }

  /** True when the best level here is better than that of {@code other}, which may have none. */
  boolean leads(BookSide other) {
    return best != NONE && (other.best == NONE || key(best) > other.key(other.best));
  }

  /** Above 0 when a level's price is better than that of a level of {@code other}, 0 when equal. */
  int compare(int level, BookSide other, int othersLevel) {
    return Long.compare(key(level), other.key(othersLevel));
  }

  /** The next worse level. */
  int worse(int level) {
    if (level >= 0) {
      int next = lower(level - 1);
      return next != NONE ? next : far > 0 ? handle(far - 1) : NONE;
    }
    int i = index(level);
    return i > 0 ? handle(i - 1) : NONE;
  }

  private static int handle(int farIndex) {
    return -2 - farIndex;
  }

  private static int index(int handle) {
    return -2 - handle;
  }

  private long[] array(int level) {
    return level >= 0 ? levels : farLevels;
  }

  private static int at(int level) {
    return (level >= 0 ? level : index(level)) * STRIDE;
  }

  private long key(int level) {
    return level >= 0 ? base + level : farKeys[index(level)];
  }

  long price(int level) {
    return key(level) * sign;
  }

  long quantity(int level) {
    return array(level)[at(level) + QUANTITY];
  }

  /** Lots that icebergs here have and do not show yet. */
  long reserve(int level) {
    return array(level)[at(level) + RESERVE];
  }

  int orders(int level) {
    return (int) array(level)[at(level) + ORDERS];
  }

  int head(int level) {
    return (int) (array(level)[at(level) + QUEUE] >> 32);
  }

  int tail(int level) {
    return (int) array(level)[at(level) + QUEUE];
  }

  void change(int level, long quantityDelta, int ordersDelta) {
    long[] array = array(level);
    int at = at(level);
    array[at + QUANTITY] += quantityDelta;
    array[at + ORDERS] += ordersDelta;
  }

  void changeReserve(int level, long delta) {
    array(level)[at(level) + RESERVE] += delta;
  }

  void queue(int level, int head, int tail) {
    array(level)[at(level) + QUEUE] = (long) head << 32 | (tail & 0xFFFF_FFFFL);
  }

  /** True when a level's price is at least as good for the other side as {@code limit}. */
  boolean reaches(int level, long limit) {
    return key(level) >= limit * sign;
  }

  /** The level at a price, {@link #NONE} when nothing rests there. */
  int find(long price) {
    long key = price * sign;
    long place = key - base;
    if (place >= 0) {
      return dense > 0 && place < window && isSet((int) place) ? (int) place : NONE;
    }
    int i = Arrays.binarySearch(farKeys, 0, far, key);
    return i < 0 ? NONE : handle(i);
  }

  /** Makes the level of a price that has none. */
  int insert(long price) {
    long key = price * sign;
    if (dense == 0) {
      base = key - window / 4 * 3L;
    } else if (key >= base + window) {
      makeRoomAbove(key);
    } else if (key < base && base + best - key < MAX_WINDOW / 4 * 3) {
      makeRoomBelow(key);
    }
    if (key < base) {
      return insertFar(key);
    }
    int place = (int) (key - base);
    set(place);
    int at = place * STRIDE;
    levels[at + QUANTITY] = 0;
    levels[at + QUEUE] = EMPTY_QUEUE;
    levels[at + ORDERS] = 0;
    levels[at + RESERVE] = 0;
    return place;
  }

  private int insertFar(long key) {
    int i = -Arrays.binarySearch(farKeys, 0, far, key) - 1;
    if (far == farKeys.length) {
      farKeys = Arrays.copyOf(farKeys, far * 2);
      farLevels = Arrays.copyOf(farLevels, far * 2 * STRIDE);
    }
    System.arraycopy(farKeys, i, farKeys, i + 1, far - i);
    System.arraycopy(farLevels, i * STRIDE, farLevels, (i + 1) * STRIDE, (far - i) * STRIDE);
    far++;
    farKeys[i] = key;
    farLevels[i * STRIDE + QUANTITY] = 0;
    farLevels[i * STRIDE + QUEUE] = EMPTY_QUEUE;
    farLevels[i * STRIDE + ORDERS] = 0;
    farLevels[i * STRIDE + RESERVE] = 0;
    return handle(i);
  }

  /** Forgets a level that has no orders left. */
  void delete(int level) {
    if (level < 0) {
      deleteFar(index(level));
      return;
    }
    clear(level);
    if (dense == 0 && far > 0) {
      move(farKeys[far - 1] - window / 4 * 3L, window);
    }
  }

  private void deleteFar(int i) {
    far--;
    System.arraycopy(farKeys, i + 1, farKeys, i, far - i);
    System.arraycopy(farLevels, (i + 1) * STRIDE, farLevels, i * STRIDE, (far - i) * STRIDE);
  }

  /** A better price than the window holds: it grows while it may, then it moves. */
  private void makeRoomAbove(long key) {
    long lowest = base + lowest();
    long span = key - lowest + 1;
    int grown = window;
    while (grown < MAX_WINDOW && grown < span * 4 / 3) {
      grown *= 2;
    }
    // A quarter stays free above the new best, so that the next ones need nothing.
    move(Math.max(key - grown / 4 * 3L, Math.min(lowest, key - grown / 2L)), grown);
  }

  /** A worse price just below the window: it grows while it may, then it moves down. */
  private void makeRoomBelow(long key) {
    long span = base + best - key + 1;
    int grown = window;
    while (grown < MAX_WINDOW && grown < span * 4 / 3) {
      grown *= 2;
    }
    move(base + best - grown / 4 * 3L, grown);
  }

  /** Puts every level where a window of so many ticks from {@code newBase} has it. */
  private void move(long newBase, int newWindow) {
    long[] oldLevels = levels;
    long[] oldBits = bits;
    long oldBase = base;
    boolean grows = newWindow != window || spareLevels.length != oldLevels.length;
    levels = grows ? new long[STRIDE * newWindow] : spareLevels;
    bits = grows ? new long[newWindow >> 6] : spareBits;
    if (newWindow != window) {
      summary = new long[Math.max(1, newWindow >> 12)];
    }
    Arrays.fill(bits, 0);
    Arrays.fill(summary, 0);
    spareLevels = oldLevels;
    spareBits = oldBits;
    window = newWindow;
    base = newBase;
    best = NONE;
    dense = 0;
    for (int word = 0; word < oldBits.length; word++) {
      for (long left = oldBits[word]; left != 0; left &= left - 1) {
        int place = (word << 6) + Long.numberOfTrailingZeros(left);
        put(oldBase + place, oldLevels, place * STRIDE);
      }
    }
    while (far > 0 && farKeys[far - 1] >= base) {
      far--;
      put(farKeys[far], farLevels, far * STRIDE);
    }
  }

  private void put(long key, long[] from, int fromAt) {
    if (key >= base) {
      int place = (int) (key - base);
      set(place);
      System.arraycopy(from, fromAt, levels, place * STRIDE, STRIDE);
    } else {
      int i = index(insertFar(key));
      System.arraycopy(from, fromAt, farLevels, i * STRIDE, STRIDE);
    }
  }

  private boolean isSet(int place) {
    return (bits[place >> 6] & 1L << place) != 0;
  }

  private void set(int place) {
    bits[place >> 6] |= 1L << place;
    summary[place >> 12] |= 1L << (place >> 6);
    dense++;
    if (place > best) {
      best = place;
    }
  }

  private void clear(int place) {
    int word = place >> 6;
    bits[word] &= ~(1L << place);
    if (bits[word] == 0) {
      summary[place >> 12] &= ~(1L << word);
    }
    dense--;
    if (place == best) {
      best = lower(place - 1);
    }
  }

  /** The highest place with orders at or below {@code from}. */
  private int lower(int from) {
    if (from < 0) {
      return NONE;
    }
    int word = from >> 6;
    long here = bits[word] & -1L >>> (63 - (from & 63));
    if (here != 0) {
      return (word << 6) + 63 - Long.numberOfLeadingZeros(here);
    }
    if (word == 0) {
      return NONE;
    }
    int group = (word - 1) >> 6;
    long words = summary[group] & -1L >>> (63 - ((word - 1) & 63));
    while (words == 0) {
      if (group == 0) {
        return NONE;
      }
      words = summary[--group];
    }
    int found = (group << 6) + 63 - Long.numberOfLeadingZeros(words);
    return (found << 6) + 63 - Long.numberOfLeadingZeros(bits[found]);
  }

  /** The lowest place with orders; there is one. */
  private int lowest() {
    int group = 0;
    while (summary[group] == 0) {
      group++;
    }
    int word = (group << 6) + Long.numberOfTrailingZeros(summary[group]);
    return (word << 6) + Long.numberOfTrailingZeros(bits[word]);
  }
}

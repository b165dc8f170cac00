package io.ratel.exchange.book;

import java.util.Arrays;

/**
 * The price levels of one side. Prices are kept as keys whose larger value is the better one. The
 * keys around the best lie in a dense window, one place for each tick, with a bitmap of those that
 * have orders and a bitmap of that bitmap's words; worse ones far away lie sorted in an overflow.
 * The window begins small, grows to {@value #MAX_WINDOW} ticks, and moves when the market does.
 * Both hold only handles: the levels themselves lie close together, a cache line each, however far
 * apart their prices are. A handle is good until its level is deleted.
 */
final class BookSide {
  /** No level. */
  static final int NONE = -1;

  static final int MAX_WINDOW = 1 << 16;

  private static final int MIN_WINDOW = 1 << 8;
  private static final int KEY = 0;
  private static final int QUANTITY = 1;
  private static final int QUEUE = 2; // head in the high half, tail in the low half
  private static final int ORDERS = 3;
  private static final int RESERVE = 4;
  private static final int LINE = 3; // a level's line begins at handle << LINE
  private static final long EMPTY_QUEUE = -1L; // no head and no tail

  private final int sign;

  private long[] levels = new long[16 << LINE];
  private int used;
  private int free = NONE; // the next one is in its KEY

  /** The key at place 0; everything in the overflow is below it. */
  private long base;

  private int[] window = new int[MIN_WINDOW]; // a level's handle + 1; 0 for none
  private long[] bits = new long[MIN_WINDOW >> 6];
  private long[] summary = new long[1];
  private int best = NONE; // never in the overflow
  private int dense;

  private final FarLevels far = new FarLevels();
  private int[] moving = new int[8];

  BookSide(boolean bids) {
    this.sign = bids ? 1 : -1;
  }

  /** Levels that have orders. */
  int size() {
    return dense + far.size();
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

  /** True when the best level reaches an order of the other side at {@code price}. */
  boolean bestReaches(long price) {
    return best != NONE && key(best) >= price * sign;
  }

  /** The next worse level. */
  int worse(int level) {
    long key = key(level);
    int place = key < base ? NONE : lower((int) (key - base) - 1);
    return place == NONE ? far.below(key) : window[place] - 1;
  }

  private long key(int level) {
    return levels[(level << LINE) + KEY];
  }

  long price(int level) {
    return key(level) * sign;
  }

  long quantity(int level) {
    return levels[(level << LINE) + QUANTITY];
  }

  /** Lots that icebergs here have and do not show yet. */
  long reserve(int level) {
    return levels[(level << LINE) + RESERVE];
  }

  int orders(int level) {
    return (int) levels[(level << LINE) + ORDERS];
  }

  int head(int level) {
    return (int) (levels[(level << LINE) + QUEUE] >> 32);
  }

  int tail(int level) {
    return (int) levels[(level << LINE) + QUEUE];
  }

  void change(int level, long quantityDelta, int ordersDelta) {
    int at = level << LINE;
    levels[at + QUANTITY] += quantityDelta;
    levels[at + ORDERS] += ordersDelta;
  }

  void changeReserve(int level, long delta) {
    levels[(level << LINE) + RESERVE] += delta;
  }

  void queue(int level, int head, int tail) {
    levels[(level << LINE) + QUEUE] = (long) head << 32 | (tail & 0xFFFF_FFFFL);
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
      return place < window.length ? window[(int) place] - 1 : NONE;
    }
    return far.find(key);
  }

  /** Makes the level of a price that has none. */
  int insert(long price) {
    long key = price * sign;
    makeRoom(key);
    int level = make(key);
    put(key, level);
    return level;
  }

  /** Gives a level, with all that it has, a price that has none. */
  void move(int level, long price) {
    long key = price * sign;
    takeOut(level);
    makeRoom(key);
    levels[(level << LINE) + KEY] = key;
    put(key, level);
  }

  private void makeRoom(long key) {
    if (dense == 0) {
      base = key - window.length / 4 * 3L;
    } else if (key >= base + window.length) {
      makeRoomAbove(key);
    } else if (key < base && key(best) - key < MAX_WINDOW / 4 * 3) {
      makeRoomBelow(key);
    }
  }

  private int make(long key) {
    int level = free;
    if (level != NONE) {
      free = (int) key(level);
    } else {
      level = used++;
      if (used << LINE > levels.length) {
        levels = Arrays.copyOf(levels, levels.length * 2);
      }
    }
    int at = level << LINE;
    levels[at + KEY] = key;
    levels[at + QUANTITY] = 0;
    levels[at + QUEUE] = EMPTY_QUEUE;
    levels[at + ORDERS] = 0;
    levels[at + RESERVE] = 0;
    return level;
  }

  private void put(long key, int level) {
    if (key < base) {
      far.add(key, level);
      return;
    }
    int place = (int) (key - base);
    window[place] = level + 1;
    bits[place >> 6] |= 1L << place;
    summary[place >> 12] |= 1L << (place >> 6);
    dense++;
    if (best == NONE || key > key(best)) {
      best = level;
    }
  }

  /** Forgets a level that has no orders left. */
  void delete(int level) {
    takeOut(level);
    levels[(level << LINE) + KEY] = free;
    free = level;
  }

  private void takeOut(int level) {
    long key = key(level);
    if (key >= base) {
      clear((int) (key - base), level);
      if (dense == 0 && far.size() > 0) {
        slide(far.bestKey() - window.length / 4 * 3L, window.length);
      }
    } else {
      far.remove(key);
    }
  }

  private void clear(int place, int level) {
    window[place] = 0;
    int word = place >> 6;
    bits[word] &= ~(1L << place);
    if (bits[word] == 0) {
      summary[place >> 12] &= ~(1L << word);
    }
    dense--;
    if (level == best) {
      int next = lower(place - 1);
      best = next == NONE ? NONE : window[next] - 1;
    }
  }

  /** A better price than the window holds: it grows while it may, then it moves. */
  private void makeRoomAbove(long key) {
    long lowest = base + lowest();
    int grown = grown(key - lowest + 1);
    // A quarter stays free above the new best, so that the next ones need nothing.
    slide(Math.max(key - grown / 4 * 3L, Math.min(lowest, key - grown / 2L)), grown);
  }

  /** A worse price just below the window: it grows while it may, then it moves down. */
  private void makeRoomBelow(long key) {
    int grown = grown(key(best) - key + 1);
    slide(key(best) - grown / 4 * 3L, grown);
  }

  private int grown(long span) {
    int grown = window.length;
    while (grown < MAX_WINDOW && grown < span * 4 / 3) {
      grown *= 2;
    }
    return grown;
  }

  /** Puts every level where a window of so many ticks from {@code newBase} has it. */
  private void slide(long newBase, int ticks) {
    int count = takeAll();
    if (ticks != window.length) {
      window = new int[ticks];
      bits = new long[ticks >> 6];
      summary = new long[Math.max(1, ticks >> 12)];
    }
    base = newBase;
    best = NONE;
    dense = 0;
    for (int i = 0; i < count; i++) {
      put(key(moving[i]), moving[i]);
    }
    while (far.size() > 0 && far.bestKey() >= base) {
      put(far.bestKey(), far.takeBest());
    }
  }

  /** Empties the window into {@link #moving}, worst first, and says how many there were. */
  private int takeAll() {
    if (moving.length < dense) {
      moving = new int[Integer.highestOneBit(dense) * 2];
    }
    int count = 0;
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word]; left != 0; left &= left - 1) {
        int place = (word << 6) + Long.numberOfTrailingZeros(left);
        moving[count++] = window[place] - 1;
        window[place] = 0;
      }
      bits[word] = 0;
    }
    Arrays.fill(summary, 0);
    return count;
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

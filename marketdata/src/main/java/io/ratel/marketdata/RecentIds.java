package io.ratel.marketdata;

import java.util.Arrays;

/**
 * Remembers the newest ids of a market's trades, to drop those that a venue sends twice.
 *
 * <p>An id is kept as 63 bits. A number of at most 18 digits without leading zeros is itself, so of
 * the venues that count their trades none is ever taken for another. Other ids are hashed, with the
 * top bit set: that one of the last {@value #MAX_IDS} has the hash of a new one happens once in
 * {@code 2^63 / 512}, about 10^16, trades. One thread at a time.
 */
final class RecentIds {
  /** A venue sends again what it sent in the last moments, after a reconnection. */
  static final int MAX_IDS = 512;

  private static final int MAX_DIGITS = 18;
  private static final long HASHED = 1L << 63;
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int SMALLEST = 16;

  private long[] ring = new long[SMALLEST];
  private short[] table = new short[2 * SMALLEST]; // of places in the ring, from 1; 0 is free
  private int size;
  private int next;

  /** Whether the id is new; it is remembered. */
  boolean add(String id) {
    long key = key(id);
    int at = home(key);
    while (table[at] != 0) {
      if (ring[table[at] - 1] == key) {
        return false;
      }
      at = (at + 1) & (table.length - 1);
    }
    if (size < ring.length) {
      size++;
    } else if (size < MAX_IDS) {
      grow();
      size++;
    } else {
      remove(next);
    }
    ring[next] = key;
    put(next);
    next = (next + 1) & (MAX_IDS - 1);
    return true;
  }

  /** The id as a number, see above. */
  static long key(String id) {
    int length = id.length();
    if (length > 0 && length <= MAX_DIGITS && (id.charAt(0) != '0' || length == 1)) {
      long number = 0;
      int i = 0;
      for (; i < length; i++) {
        int digit = id.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          break;
        }
        number = number * 10 + digit;
      }
      if (i == length) {
        return number;
      }
    }
    long hash = length;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ id.charAt(i)) * MIX;
      hash ^= hash >>> 29;
    }
    return hash | HASHED;
  }

  private int home(long key) {
    return (int) ((key * MIX) >>> 40) & (table.length - 1);
  }

  private void put(int place) {
    int at = home(ring[place]);
    while (table[at] != 0) {
      at = (at + 1) & (table.length - 1);
    }
    table[at] = (short) (place + 1);
  }

  /** Takes a place out of the table; those after it that were pushed on move back. */
  private void remove(int place) {
    int mask = table.length - 1;
    int hole = home(ring[place]);
    while (table[hole] != place + 1) {
      hole = (hole + 1) & mask;
    }
    int at = hole;
    while (true) {
      at = (at + 1) & mask;
      if (table[at] == 0) {
        break;
      }
      int home = home(ring[table[at] - 1]);
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        table[hole] = table[at];
        hole = at;
      }
    }
    table[hole] = 0;
  }

  private void grow() {
    int before = ring.length;
    ring = Arrays.copyOf(ring, 2 * before);
    table = new short[4 * before];
    for (int place = 0; place < before; place++) {
      put(place);
    }
  }
}

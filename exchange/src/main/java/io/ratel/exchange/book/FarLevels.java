package io.ratel.exchange.book;

import java.util.Arrays;

/** Levels by key in a sorted array: those too far from the market for its window, few as a rule. */
final class FarLevels {
  private long[] keys = new long[8];
  private int[] levels = new int[8];
  private int size;

  int size() {
    return size;
  }

  /** The best key; there must be one. */
  long bestKey() {
    return keys[size - 1];
  }

  /** The level of a key, {@link BookSide#NONE} when it is not here. */
  int find(long key) {
    int i = Arrays.binarySearch(keys, 0, size, key);
    return i < 0 ? BookSide.NONE : levels[i];
  }

  /** The level with the best key below {@code key}, {@link BookSide#NONE} when there is none. */
  int below(long key) {
    int i = Arrays.binarySearch(keys, 0, size, key);
    int before = i < 0 ? -i - 2 : i - 1;
    return before < 0 ? BookSide.NONE : levels[before];
  }

  /** Adds a key that is not here. */
  void add(long key, int level) {
    int i = -Arrays.binarySearch(keys, 0, size, key) - 1;
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      levels = Arrays.copyOf(levels, size * 2);
    }
    System.arraycopy(keys, i, keys, i + 1, size - i);
    System.arraycopy(levels, i, levels, i + 1, size - i);
    size++;
    keys[i] = key;
    levels[i] = level;
  }

  /** Removes a key that is here. */
  void remove(long key) {
    int i = Arrays.binarySearch(keys, 0, size, key);
    size--;
    System.arraycopy(keys, i + 1, keys, i, size - i);
    System.arraycopy(levels, i + 1, levels, i, size - i);
  }

  /** Removes the best key and returns its level; there must be one. */
  int takeBest() {
    return levels[--size];
  }
}

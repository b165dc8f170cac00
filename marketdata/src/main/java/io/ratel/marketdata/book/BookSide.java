package io.ratel.marketdata.book;

import io.ratel.model.market.Level;
import io.ratel.model.money.FixedPoint;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * One side of a book in two flat arrays, worst price first: nearly all that changes is near the
 * best, so a search begins at the end, and little has to move. Holds at most {@link #MAX_KEPT}
 * levels: when the worst has to go, what is as bad or worse is no longer known, and stays out until
 * the book is set again.
 */
final class BookSide {
  /** As deep as the deepest book that a venue answers with. */
  static final int MAX_KEPT = 5_000;

  /** A full side moves its levels to the front once in so many that had to go. */
  private static final int SLACK = 512;

  private final int sign; // prices times this ascend to the best
  private long[] keys = new long[16];
  private long[] quantities = new long[16];
  private int first; // the worst
  private int end; // after the best
  private long unknownTo = Long.MIN_VALUE;

  BookSide(Side side) {
    this.sign = side == Side.BUY ? 1 : -1;
  }

  void clear() {
    first = 0;
    end = 0;
    unknownTo = Long.MIN_VALUE;
  }

  void set(long price, long quantity) {
    long key = sign * price;
    if (key <= unknownTo) {
      return;
    }
    int at = find(key);
    boolean known = at < end && keys[at] == key;
    if (known && quantity != 0) {
      quantities[at] = quantity;
    } else if (known) {
      remove(at);
    } else if (quantity != 0) {
      insert(at, key, quantity);
    }
  }

  int size() {
    return end - first;
  }

  long bestPrice() {
    return first == end ? 0 : sign * keys[end - 1];
  }

  long bestQuantity() {
    return first == end ? 0 : quantities[end - 1];
  }

  List<Level> best(int depth) {
    int count = Math.min(size(), depth);
    List<Level> levels = new ArrayList<>(count);
    for (int i = end - 1; i >= end - count; i--) {
      levels.add(new Level(sign * keys[i], quantities[i]));
    }
    return levels;
  }

  /**
   * Counts in finer decimals.
   *
   * @throws ArithmeticException when a value does not fit; the side is then to be thrown away
   */
  void rescale(int priceDigits, int quantityDigits) {
    long priceFactor = FixedPoint.powerOfTen(priceDigits);
    long quantityFactor = FixedPoint.powerOfTen(quantityDigits);
    for (int i = first; i < end; i++) {
      keys[i] = Math.multiplyExact(keys[i], priceFactor);
      quantities[i] = Math.multiplyExact(quantities[i], quantityFactor);
    }
    if (unknownTo != Long.MIN_VALUE) {
      unknownTo = Math.multiplyExact(unknownTo, priceFactor);
    }
  }

  /** The first place whose key is not smaller, {@link #end} when there is none. */
  private int find(long key) {
    int step = 1;
    int high = end;
    int low = end - 1;
    while (low >= first && keys[low] >= key) {
      high = low;
      low -= step;
      step <<= 1;
    }
    low = Math.max(low + 1, first);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void remove(int at) {
    end--;
    int moved = end - at;
    if (moved > 0) {
      System.arraycopy(keys, at + 1, keys, at, moved);
      System.arraycopy(quantities, at + 1, quantities, at, moved);
    }
  }

  private void insert(int place, long key, long quantity) {
    int at = place;
    if (size() == MAX_KEPT) {
      if (at == first) {
        unknownTo = key;
        return;
      }
      unknownTo = keys[first];
      first++;
    }
    if (end == keys.length) {
      at -= first;
      makeRoom();
    }
    int moved = end - at;
    if (moved > 0) {
      System.arraycopy(keys, at, keys, at + 1, moved);
      System.arraycopy(quantities, at, quantities, at + 1, moved);
    }
    keys[at] = key;
    quantities[at] = quantity;
    end++;
  }

  /** Moves the levels to the front of arrays that have room for more. */
  private void makeRoom() {
    int size = size();
    int capacity = Math.min(MAX_KEPT + SLACK, Math.max(2 * size, keys.length));
    long[] fromKeys = keys;
    long[] fromQuantities = quantities;
    if (capacity != keys.length) {
      keys = new long[capacity];
      quantities = new long[capacity];
    }
    System.arraycopy(fromKeys, first, keys, 0, size);
    System.arraycopy(fromQuantities, first, quantities, 0, size);
    first = 0;
    end = size;
  }
}

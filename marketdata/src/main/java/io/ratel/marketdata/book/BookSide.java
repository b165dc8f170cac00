package io.ratel.marketdata.book;

import io.ratel.model.market.Level;
import io.ratel.model.money.FixedPoint;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One side of a book, sorted from the best price, in two flat arrays. Holds at most {@link
 * #MAX_KEPT} levels: when the worst has to go, what is as bad or worse is no longer known, and
 * stays out until the book is set again.
 */
final class BookSide {
  /** As deep as the deepest book that a venue answers with. */
  static final int MAX_KEPT = 5_000;

  private final int sign; // prices times this ascend from the best
  private long[] prices = new long[16];
  private long[] quantities = new long[16];
  private int size;
  private long unknownFrom = Long.MAX_VALUE;

  BookSide(Side side) {
    this.sign = side == Side.BUY ? -1 : 1;
  }

  void clear() {
    size = 0;
    unknownFrom = Long.MAX_VALUE;
  }

  void set(long price, long quantity) {
    long key = sign * price;
    if (key >= unknownFrom) {
      return;
    }
    int at = find(key);
    if (quantity == 0) {
      if (at >= 0) {
        remove(at);
      }
    } else if (at >= 0) {
      quantities[at] = quantity;
    } else {
      insert(-at - 1, key, quantity);
    }
  }

  int size() {
    return size;
  }

  long bestPrice() {
    return size == 0 ? 0 : sign * prices[0];
  }

  long bestQuantity() {
    return size == 0 ? 0 : quantities[0];
  }

  List<Level> best(int depth) {
    int count = Math.min(size, depth);
    List<Level> levels = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      levels.add(new Level(sign * prices[i], quantities[i]));
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
    for (int i = 0; i < size; i++) {
      prices[i] = Math.multiplyExact(prices[i], priceFactor);
      quantities[i] = Math.multiplyExact(quantities[i], quantityFactor);
    }
    if (unknownFrom != Long.MAX_VALUE) {
      unknownFrom = Math.multiplyExact(unknownFrom, priceFactor);
    }
  }

  private int find(long key) {
    return Arrays.binarySearch(prices, 0, size, key);
  }

  private void remove(int at) {
    size--;
    System.arraycopy(prices, at + 1, prices, at, size - at);
    System.arraycopy(quantities, at + 1, quantities, at, size - at);
  }

  private void insert(int at, long key, long quantity) {
    if (size == MAX_KEPT) {
      if (at == size) {
        unknownFrom = key;
        return;
      }
      size--;
      unknownFrom = prices[size];
    } else if (size == prices.length) {
      int capacity = Math.min(MAX_KEPT, size * 2);
      prices = Arrays.copyOf(prices, capacity);
      quantities = Arrays.copyOf(quantities, capacity);
    }
    System.arraycopy(prices, at, prices, at + 1, size - at);
    System.arraycopy(quantities, at, quantities, at + 1, size - at);
    prices[at] = key;
    quantities[at] = quantity;
    size++;
  }
}

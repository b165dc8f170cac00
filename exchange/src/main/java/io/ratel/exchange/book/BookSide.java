package io.ratel.exchange.book;

import java.util.Arrays;

/**
 * The price levels of one side, sorted so that the best is last: the top of a book changes most,
 * and there an insertion moves least. Prices are kept as keys whose larger value is the better one.
 */
final class BookSide {
  private final int sign;
  private long[] key = new long[64];
  private long[] quantity = new long[64];
  private int[] orders = new int[64];
  private int[] head = new int[64];
  private int[] tail = new int[64];
  private int size;

  BookSide(boolean bids) {
    this.sign = bids ? 1 : -1;
  }

  int size() {
    return size;
  }

  long price(int level) {
    return key[level] * sign;
  }

  long quantity(int level) {
    return quantity[level];
  }

  int orders(int level) {
    return orders[level];
  }

  int head(int level) {
    return head[level];
  }

  int tail(int level) {
    return tail[level];
  }

  /** The level's index, or {@code -(insertion point) - 1}. */
  int find(long price) {
    return Arrays.binarySearch(key, 0, size, price * sign);
  }

  /** True when a level at {@code price} is at least as good for the other side as {@code limit}. */
  boolean reaches(int level, long limit) {
    return key[level] >= limit * sign;
  }

  int insert(int at, long price) {
    if (size == key.length) {
      int grown = size * 2;
      key = Arrays.copyOf(key, grown);
      quantity = Arrays.copyOf(quantity, grown);
      orders = Arrays.copyOf(orders, grown);
      head = Arrays.copyOf(head, grown);
      tail = Arrays.copyOf(tail, grown);
    }
    move(at, at + 1, size - at);
    size++;
    key[at] = price * sign;
    quantity[at] = 0;
    orders[at] = 0;
    head[at] = Orders.NONE;
    tail[at] = Orders.NONE;
    return at;
  }

  void delete(int level) {
    move(level + 1, level, size - level - 1);
    size--;
  }

  private void move(int from, int to, int count) {
    System.arraycopy(key, from, key, to, count);
    System.arraycopy(quantity, from, quantity, to, count);
    System.arraycopy(orders, from, orders, to, count);
    System.arraycopy(head, from, head, to, count);
    System.arraycopy(tail, from, tail, to, count);
  }

  void change(int level, long quantityDelta, int ordersDelta) {
    quantity[level] += quantityDelta;
    orders[level] += ordersDelta;
  }

  void queue(int level, int first, int last) {
    head[level] = first;
    tail[level] = last;
  }
}

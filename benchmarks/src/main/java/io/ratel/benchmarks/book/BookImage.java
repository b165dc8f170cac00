package io.ratel.benchmarks.book;

import io.ratel.model.slot.XxHash64;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The levels of a book, asks then bids, best first. */
record BookImage(List<Level> levels) {
  /** One price of a side. */
  record Level(boolean bid, long price, long quantity, long orders) {}

  BookImage {
    levels = List.copyOf(levels);
  }

  private List<Level> side(boolean bid) {
    return levels.stream().filter(level -> level.bid == bid).toList();
  }

  int levels(boolean bid) {
    return side(bid).size();
  }

  long orders(boolean bid) {
    return side(bid).stream().mapToLong(Level::orders).sum();
  }

  /** xxHash64 with seed 0 over side (0 ask, 1 bid), price, quantity and orders of each level. */
  String hash() {
    ByteBuffer bytes =
        ByteBuffer.allocate(levels.size() * 4 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Level level : levels) {
      bytes.putLong(level.bid ? 1 : 0);
      bytes.putLong(level.price).putLong(level.quantity).putLong(level.orders);
    }
    return String.format("%016x", XxHash64.hash(bytes.array(), 0));
  }

  /**
   * Holds when two books are the same.
   *
   * @throws IllegalStateException that names the first level which is not
   */
  void mustEqual(BookImage other, String name) {
    int common = Math.min(levels.size(), other.levels.size());
    for (int i = 0; i < common; i++) {
      if (!levels.get(i).equals(other.levels.get(i))) {
        throw new IllegalStateException(
            "the books differ: " + levels.get(i) + ", but of " + name + " " + other.levels.get(i));
      }
    }
    if (levels.size() != other.levels.size()) {
      throw new IllegalStateException(
          "the book has " + levels.size() + " levels, but " + name + " " + other.levels.size());
    }
  }

  /** Collects levels. */
  static final class Builder {
    private final List<Level> levels = new ArrayList<>();

    void add(boolean bid, long price, long quantity, long orders) {
      levels.add(new Level(bid, price, quantity, orders));
    }

    BookImage build() {
      return new BookImage(levels);
    }
  }
}

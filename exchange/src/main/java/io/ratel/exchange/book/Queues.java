package io.ratel.exchange.book;

/** How orders stand in the queue of a level, and what they add to its sums. */
final class Queues {
  private final Orders orders;

  Queues(Orders orders) {
    this.orders = orders;
  }

  /** Puts an order at the end. */
  void append(BookSide side, int level, int slot) {
    int tail = side.tail(level);
    orders.link(slot, Orders.NONE, tail);
    if (tail == Orders.NONE) {
      side.queue(level, slot, slot);
    } else {
      orders.linkNext(tail, slot);
      side.queue(level, side.head(level), slot);
    }
    side.change(level, 0, 1);
  }

  /** Takes an order out of its queue; the last one takes the level with it. */
  void unlink(BookSide side, int level, int slot) {
    if (orders.isAlone(slot)) {
      side.delete(level);
      return;
    }
    int next = orders.next(slot);
    int previous = orders.previous(slot);
    side.change(level, 0, -1);
    if (previous != Orders.NONE) {
      orders.linkNext(previous, next);
    } else {
      side.queue(level, next, side.tail(level));
    }
    if (next != Orders.NONE) {
      orders.linkPrevious(next, previous);
    } else {
      side.queue(level, side.head(level), previous);
    }
  }

  /** Takes an order's lots out of its level's sums. */
  void withdraw(BookSide side, int level, int slot) {
    long open = orders.open(slot);
    side.change(level, -open, 0);
    if (orders.isIceberg(slot)) {
      side.changeReserve(level, open - orders.remaining(slot));
    }
  }

  /** Adds an order's lots to its level's sums. */
  void offer(BookSide side, int level, int slot) {
    long open = orders.open(slot);
    side.change(level, open, 0);
    if (orders.isIceberg(slot)) {
      side.changeReserve(level, orders.remaining(slot) - open);
    }
  }

  /** An iceberg shows a whole slice again, if there is so much. */
  void showFirst(int slot) {
    if (orders.isIceberg(slot)) {
      orders.slice(slot, Math.min(orders.display(slot), orders.remaining(slot)));
    }
  }

  /** Takes what traded off the first order of a level, at most what {@link Orders#open} says. */
  void fill(BookSide side, int level, int slot, long traded, long turnover) {
    orders.fill(slot, traded, turnover);
    side.change(level, -traded, 0);
    if (orders.remaining(slot) == 0) {
      unlink(side, level, slot);
      orders.remove(slot);
    } else if (orders.isIceberg(slot)) {
      long rest = orders.shown(slot) - traded;
      if (rest > 0) {
        orders.slice(slot, rest);
      } else {
        showNext(side, level, slot);
        toEnd(side, level, slot);
      }
    }
  }

  /** Shows the next slice of an iceberg that shows nothing now. */
  private void showNext(BookSide side, int level, int slot) {
    long slice = Math.min(orders.display(slot), orders.remaining(slot));
    orders.slice(slot, slice);
    side.change(level, slice, 0);
    side.changeReserve(level, -slice);
  }

  private void toEnd(BookSide side, int level, int slot) {
    if (orders.next(slot) != Orders.NONE) {
      unlink(side, level, slot);
      append(side, level, slot);
    }
  }
}

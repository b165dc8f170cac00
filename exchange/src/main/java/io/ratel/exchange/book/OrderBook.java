package io.ratel.exchange.book;

import io.ratel.model.order.Side;

/** The resting orders of one instrument in price-time priority. */
public final class OrderBook {
  /** Receives each match of {@link #match} before the resting order is changed. */
  @FunctionalInterface
  public interface MatchHandler {
    /**
     * @param maker slot of the resting order, whose price is the trade's
     * @param quantity lots
     */
    void onMatch(int maker, long price, long quantity);
  }

  /** Receives the price levels of {@link #forEachLevel}. */
  @FunctionalInterface
  public interface LevelHandler {
    void onLevel(long price, long quantity, int orders);
  }

  /** Receives the orders of {@link #forEachOrder}. */
  @FunctionalInterface
  public interface OrderHandler {
    void onOrder(int slot);
  }

  private final Orders orders;
  private final BookSide bids = new BookSide(true);
  private final BookSide asks = new BookSide(false);

  public OrderBook(Orders orders) {
    this.orders = orders;
  }

  private BookSide side(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  /** The best price of a side, 0 when it is empty. */
  public long best(Side of) {
    BookSide side = side(of);
    return side.best() == BookSide.NONE ? 0 : side.price(side.best());
  }

  /** Lots resting at a price. */
  public long quantityAt(Side of, long price) {
    BookSide side = side(of);
    int level = side.find(price);
    return level == BookSide.NONE ? 0 : side.quantity(level);
  }

  /** Orders resting at a price. */
  public int ordersAt(Side of, long price) {
    BookSide side = side(of);
    int level = side.find(price);
    return level == BookSide.NONE ? 0 : side.orders(level);
  }

  /** Whether {@code quantity} lots could trade at {@code limit} or better. */
  public boolean canFill(Side taker, long limit, long quantity) {
    BookSide side = side(taker.opposite());
    long left = quantity;
    for (int level = side.best();
        level != BookSide.NONE && side.reaches(level, limit);
        level = side.worse(level)) {
      left -= side.quantity(level);
      if (left <= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Trades against the best resting orders, oldest first, at their prices.
   *
   * @param limit the worst price in ticks that the taker accepts
   * @return lots left over
   */
  public long match(Side taker, long limit, long quantity, int maxFills, MatchHandler handler) {
    BookSide side = side(taker.opposite());
    long left = quantity;
    int fills = 0;
    while (left > 0 && fills < maxFills) {
      int level = side.best();
      if (level == BookSide.NONE || !side.reaches(level, limit)) {
        break;
      }
      long price = side.price(level);
      int maker = side.head(level);
      long traded = Math.min(left, orders.remaining(maker));
      handler.onMatch(maker, price, traded);
      orders.fill(maker, traded, price * traded);
      side.change(level, -traded, 0);
      left -= traded;
      fills++;
      if (orders.remaining(maker) == 0) {
        unlink(side, level, maker);
      }
    }
    return left;
  }

  /** Puts an order at the end of the queue of its price. */
  public void rest(int slot) {
    BookSide side = side(orders.side(slot));
    long price = orders.price(slot);
    int level = side.find(price);
    if (level == BookSide.NONE) {
      level = side.insert(price);
    }
    int tail = side.tail(level);
    orders.link(slot, Orders.NONE, tail);
    if (tail == Orders.NONE) {
      side.queue(level, slot, slot);
    } else {
      orders.link(tail, slot, orders.previous(tail));
      side.queue(level, side.head(level), slot);
    }
    side.change(level, orders.remaining(slot), 1);
  }

  /** Takes lots off a resting order, which keeps its place; some must be left. */
  public void reduce(int slot, long by) {
    BookSide side = side(orders.side(slot));
    side.change(side.find(orders.price(slot)), -by, 0);
    orders.reduce(slot, by);
  }

  /** Takes a resting order out of the book and out of the slab. */
  public void cancel(int slot) {
    BookSide side = side(orders.side(slot));
    int level = side.find(orders.price(slot));
    side.change(level, -orders.remaining(slot), 0);
    unlink(side, level, slot);
  }

  private void unlink(BookSide side, int level, int slot) {
    int next = orders.next(slot);
    int previous = orders.previous(slot);
    if (previous != Orders.NONE) {
      orders.link(previous, next, orders.previous(previous));
    }
    if (next != Orders.NONE) {
      orders.link(next, orders.next(next), previous);
    }
    side.change(level, 0, -1);
    if (side.orders(level) == 0) {
      side.delete(level);
    } else {
      side.queue(
          level,
          previous == Orders.NONE ? next : side.head(level),
          next == Orders.NONE ? previous : side.tail(level));
    }
    orders.remove(slot);
  }

  /** The levels of a side, best first. */
  public void forEachLevel(Side of, LevelHandler handler) {
    BookSide side = side(of);
    for (int level = side.best(); level != BookSide.NONE; level = side.worse(level)) {
      handler.onLevel(side.price(level), side.quantity(level), side.orders(level));
    }
  }

  /** The orders of a side in the sequence in which they would trade. */
  public void forEachOrder(Side of, OrderHandler handler) {
    BookSide side = side(of);
    for (int level = side.best(); level != BookSide.NONE; level = side.worse(level)) {
      for (int slot = side.head(level); slot != Orders.NONE; slot = orders.next(slot)) {
        handler.onOrder(slot);
      }
    }
  }
}

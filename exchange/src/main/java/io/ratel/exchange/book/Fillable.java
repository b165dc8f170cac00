package io.ratel.exchange.book;

/** Whether a book can fill an order whole, told by the way in which it would match. */
final class Fillable {
  private final Orders orders;
  private OrderBook.LotsHandler handler = slot -> 0;
  private long left;
  private int meets;
  private boolean ended;

  Fillable(Orders orders) {
    this.orders = orders;
  }

  boolean canFill(
      Depth at, long limit, long quantity, int maxMeets, OrderBook.LotsHandler lotsHandler) {
    handler = lotsHandler;
    left = quantity;
    meets = maxMeets;
    ended = false;
    for (; at.more() && at.reaches(limit) && !isDecided(); at.next()) {
      fill(at.firstShown());
      if (!isDecided()) {
        fill(at.firstHidden());
      }
    }
    return left <= 0;
  }

  private boolean isDecided() {
    return ended || left <= 0;
  }

  /** All of a queue: first what it shows, then the icebergs' slices, round by round. */
  private void fill(int first) {
    for (int slot = first; slot != Orders.NONE && !isDecided(); slot = orders.next(slot)) {
      take(slot, orders.open(slot));
    }
    boolean more = !isDecided();
    for (long round = 0; more && !isDecided(); round++) {
      more = false;
      for (int slot = first; slot != Orders.NONE && !isDecided(); slot = orders.next(slot)) {
        long display = orders.display(slot);
        long reserve = orders.remaining(slot) - orders.open(slot) - round * display;
        if (display > 0 && reserve > 0 && handler.countOn(slot) > 0) {
          take(slot, Math.min(display, reserve));
          more = true;
        }
      }
    }
  }

  private void take(int slot, long most) {
    long lots = handler.countOn(slot);
    if (lots == OrderBook.LotsHandler.WALL || meets == 0) {
      ended = true;
      return;
    }
    meets--;
    left -= Math.min(lots, most);
  }
}

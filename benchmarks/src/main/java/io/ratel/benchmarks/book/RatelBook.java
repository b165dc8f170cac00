package io.ratel.benchmarks.book;

import io.ratel.exchange.book.OrderBook;
import io.ratel.exchange.book.Orders;
import io.ratel.model.order.Side;

/**
 * Our book alone. A move goes to the end of its new price's queue and trades when it reaches the
 * other side; a reduce of all that remains, or more, cancels; nobody is kept from trading with
 * oneself; an order whose id rests already may trade but does not rest.
 */
final class RatelBook implements Machine, OrderBook.MatchHandler {
  private static final OrderBook.MatchHandler NOBODY = (maker, price, quantity) -> {};

  private final Orders orders = new Orders();
  private final OrderBook book = new OrderBook(orders);
  private final OrderBook.MatchHandler observer;
  private long trades;

  RatelBook() {
    this(NOBODY);
  }

  /**
   * @param observer sees each match before it changes the book
   */
  RatelBook(OrderBook.MatchHandler observer) {
    this.observer = observer;
  }

  Orders orders() {
    return orders;
  }

  @Override
  public void onMatch(int maker, long price, long quantity) {
    trades++;
    observer.onMatch(maker, price, quantity);
  }

  @Override
  public void run(OrderFlow flow, int from, int to) {
    for (int i = from; i < to; i++) {
      switch (flow.command(i)) {
        case OrderFlow.PLACE -> place(flow, i);
        case OrderFlow.CANCEL -> cancel(flow.id(i));
        case OrderFlow.MOVE -> move(flow.id(i), flow.price(i));
        default -> reduce(flow.id(i), flow.lots(i));
      }
    }
  }

  private void place(OrderFlow flow, int i) {
    Side side = flow.isBid(i) ? Side.BUY : Side.SELL;
    long price = flow.price(i);
    long lots = flow.lots(i);
    byte type = flow.type(i);
    long limit = price;
    if (type == OrderFlow.FOK_BUDGET) {
      limit = side == Side.BUY ? Long.MAX_VALUE : 1;
      long cost = book.cost(side, lots, limit);
      if (cost < 0 || (side == Side.BUY ? cost > price : cost < price)) {
        return;
      }
    }
    long left = book.match(side, limit, lots, Integer.MAX_VALUE, this);
    if (left > 0 && type == OrderFlow.GTC && orders.find(flow.id(i)) == Orders.NONE) {
      rest(flow.id(i), flow.user(i), side, price, left);
    }
  }

  private void rest(long id, long user, Side side, long price, long lots) {
    book.rest(orders.add(id, user, 0, side, price, lots, lots, 0));
  }

  private void cancel(long id) {
    int slot = orders.find(id);
    if (slot != Orders.NONE) {
      book.cancel(slot);
    }
  }

  private void move(long id, long price) {
    int slot = orders.find(id);
    if (slot == Orders.NONE) {
      return;
    }
    if (!book.wouldTrade(slot, price)) {
      book.move(slot, price);
      return;
    }
    Side side = orders.side(slot);
    long user = orders.account(slot);
    long lots = orders.remaining(slot);
    book.cancel(slot);
    long left = book.match(side, price, lots, Integer.MAX_VALUE, this);
    if (left > 0) {
      rest(id, user, side, price, left);
    }
  }

  private void reduce(long id, long by) {
    int slot = orders.find(id);
    if (slot == Orders.NONE || by <= 0) {
      return;
    }
    if (by >= orders.remaining(slot)) {
      book.cancel(slot);
    } else {
      book.reduce(slot, by);
    }
  }

  @Override
  public long trades() {
    return trades;
  }

  @Override
  public BookImage image() {
    return image(book);
  }

  /** What a book of ours shows. */
  static BookImage image(OrderBook book) {
    BookImage.Builder image = new BookImage.Builder();
    book.forEachLevel(Side.SELL, (price, lots, count) -> image.add(false, price, lots, count));
    book.forEachLevel(Side.BUY, (price, lots, count) -> image.add(true, price, lots, count));
    return image.build();
  }
}

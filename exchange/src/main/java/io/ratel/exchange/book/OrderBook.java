package io.ratel.exchange.book;

import io.ratel.model.order.Side;

/**
 * The resting orders of one instrument in price-time priority. At a price those shown trade first,
 * an iceberg a slice at a time and then again from the end of the queue; hidden ones come after
 * them. What the book tells of levels is what is shown; what it can fill is everything.
 */
public final class OrderBook {
  /** Takes part in {@link #match}. */
  @FunctionalInterface
  public interface MatchHandler {
    /** Let them trade. */
    int TRADE = 0;

    /** The handler has taken the maker out of the book, or reduced it: look at the book again. */
    int SKIP = 1;

    /** The taker trades no more. */
    int STOP = 2;

    /**
     * Asked before each match; may cancel or reduce the maker, or other orders, and then answers
     * {@link #SKIP} or {@link #STOP}.
     *
     * @param maker slot of the resting order that is next
     */
    default int onMeet(int maker) {
      return TRADE;
    }

    /**
     * Receives a match before the resting order is changed; must leave the book alone.
     *
     * @param maker slot of the resting order, whose price is the trade's
     * @param quantity lots
     */
    void onMatch(int maker, long price, long quantity);
  }

  /** Says how much of a resting order a taker may count on. */
  @FunctionalInterface
  public interface LotsHandler {
    /** The taker would not get past this order. */
    long WALL = -1;

    /** All that remains of it, nothing, or {@link #WALL}. */
    long countOn(int slot);
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

  /** Stands where a side has never had a hidden order; most never have. Nothing is put there. */
  private static final BookSide NO_BIDS = new BookSide(true);

  private static final BookSide NO_ASKS = new BookSide(false);

  /** No level. */
  public static final int NO_LEVEL = BookSide.NONE;

  private final Orders orders;
  private final Queues queues;
  private final BookSide bids = new BookSide(true);
  private final BookSide asks = new BookSide(false);
  private final Fillable fillable;

  // Shown bids and asks, hidden bids and asks: as Orders.group counts.
  private final BookSide[] sides = {bids, asks, NO_BIDS, NO_ASKS};
  private final Depth depth = new Depth();

  public OrderBook(Orders orders) {
    this.orders = orders;
    this.queues = new Queues(orders);
    this.fillable = new Fillable(orders);
  }

  private BookSide shown(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  private BookSide hidden(Side side) {
    return sides[side == Side.BUY ? 2 : 3];
  }

  /** The levels among which an order belongs. */
  private BookSide sideOf(int slot) {
    return sides[orders.group(slot)];
  }

  /** The levels whose best order trades next. */
  private BookSide first(Side of) {
    BookSide shown = shown(of);
    BookSide hidden = hidden(of);
    return hidden.leads(shown) ? hidden : shown;
  }

  /** Begins a walk over everything on a side; one at a time. */
  private Depth depth(Side of) {
    depth.begin(shown(of), hidden(of));
    return depth;
  }

  /** Begins a walk over everything on a side. */
  void begin(Depth walk, Side of) {
    walk.begin(shown(of), hidden(of));
  }

  /** The order of a side that trades next, {@link Orders#NONE} when there is none. */
  int next(Side of) {
    BookSide side = first(of);
    return side.best() == BookSide.NONE ? Orders.NONE : side.head(side.best());
  }

  /** The best price that a side shows, 0 when it shows none. */
  public long best(Side of) {
    BookSide side = shown(of);
    return side.best() == BookSide.NONE ? 0 : side.price(side.best());
  }

  /** The best price of a side, shown or hidden, 0 when it is empty. */
  public long bestAny(Side of) {
    BookSide side = first(of);
    return side.best() == BookSide.NONE ? 0 : side.price(side.best());
  }

  /** Whether an order at {@code price} would trade at once, be it with a hidden order. */
  public boolean wouldTrade(Side taker, long price) {
    Side makers = taker.opposite();
    return shown(makers).bestReaches(price) || hidden(makers).bestReaches(price);
  }

  /** Whether a resting order would trade at once at another price. */
  public boolean wouldTrade(int slot, long price) {
    int other = orders.group(slot) & 1 ^ 1;
    return sides[other].bestReaches(price) || sides[other + 2].bestReaches(price);
  }

  /**
   * A handle of the level that is shown at a price, good until the book changes; {@link #NO_LEVEL}
   * when nothing is.
   */
  public int levelAt(Side of, long price) {
    return shown(of).find(price);
  }

  /** Lots shown at a level. */
  public long quantityOf(Side of, int level) {
    return shown(of).quantity(level);
  }

  /** Orders shown at a level. */
  public int ordersOf(Side of, int level) {
    return shown(of).orders(level);
  }

  /** Lots shown at a price. */
  public long quantityAt(Side of, long price) {
    BookSide side = shown(of);
    int level = side.find(price);
    return level == BookSide.NONE ? 0 : side.quantity(level);
  }

  /** Orders shown at a price. */
  public int ordersAt(Side of, long price) {
    BookSide side = shown(of);
    int level = side.find(price);
    return level == BookSide.NONE ? 0 : side.orders(level);
  }

  /** Whether {@code quantity} lots could trade at {@code limit} or better. */
  public boolean canFill(Side taker, long limit, long quantity) {
    return depth(taker.opposite()).has(quantity, limit);
  }

  /** The same without the orders of one account. */
  public boolean canFill(Side taker, long limit, long quantity, long exceptAccount) {
    return depth(taker.opposite()).has(quantity, limit, orders, exceptAccount);
  }

  /** The same with a say about each order, within so many meetings as {@link #match} may have. */
  public boolean canFill(Side taker, long limit, long quantity, int maxMeets, LotsHandler handler) {
    return fillable.canFill(depth(taker.opposite()), limit, quantity, maxMeets, handler);
  }

  /**
   * Ticks times lots that taking {@code quantity} lots would cost, or bring to a seller.
   *
   * @param worst the worst price that the taker accepts
   * @return -1 when there is not so much at that price or better, or the sum does not fit
   */
  public long cost(Side taker, long quantity, long worst) {
    return depth(taker.opposite()).cost(quantity, worst);
  }

  /**
   * Trades against the best resting orders, oldest first, at their prices.
   *
   * @param limit the worst price in ticks that the taker accepts
   * @param maxMeets how many orders it may meet, those skipped included
   * @return lots left over
   */
  public long match(Side taker, long limit, long quantity, int maxMeets, MatchHandler handler) {
    Side makers = taker.opposite();
    long left = quantity;
    for (int meets = 0; left > 0 && meets < maxMeets; meets++) {
      BookSide side = first(makers);
      int level = side.best();
      if (level == BookSide.NONE || !side.reaches(level, limit)) {
        break;
      }
      int maker = side.head(level);
      int answer = handler.onMeet(maker);
      if (answer == MatchHandler.STOP) {
        break;
      }
      if (answer == MatchHandler.TRADE) {
        long price = side.price(level);
        long traded = Math.min(left, orders.open(maker));
        handler.onMatch(maker, price, traded);
        queues.fill(side, level, maker, traded, price * traded);
        left -= traded;
      }
    }
    return left;
  }

  /** Trades an order, whichever it shows, at a price of an auction; some or all of what remains. */
  void trade(int slot, long quantity, long turnover) {
    BookSide side = sideOf(slot);
    int level = side.find(orders.price(slot));
    queues.withdraw(side, level, slot);
    orders.fill(slot, quantity, turnover);
    if (orders.remaining(slot) == 0) {
      queues.unlink(side, level, slot);
      orders.remove(slot);
    } else {
      queues.showFirst(slot);
      queues.offer(side, level, slot);
    }
  }

  /** Puts an order at the end of the queue of its price, whatever rests on the other side. */
  public void rest(int slot) {
    int group = orders.group(slot);
    BookSide side = sides[group];
    if (side == NO_BIDS || side == NO_ASKS) {
      side = new BookSide(orders.isBuy(slot));
      sides[group] = side;
    }
    long price = orders.price(slot);
    int level = side.find(price);
    if (level == BookSide.NONE) {
      level = side.insert(price);
    }
    queues.append(side, level, slot);
    queues.offer(side, level, slot);
  }

  /**
   * Takes lots off a resting order, which keeps its place; some must be left. An iceberg loses what
   * it does not show first.
   */
  public void reduce(int slot, long by) {
    BookSide side = sideOf(slot);
    int level = side.find(orders.price(slot));
    queues.withdraw(side, level, slot);
    orders.reduce(slot, by);
    if (orders.isIceberg(slot)) {
      orders.slice(slot, Math.min(orders.shown(slot), orders.remaining(slot)));
    }
    queues.offer(side, level, slot);
  }

  /**
   * Gives a resting order another price, at the end of whose queue it goes; an iceberg shows a
   * whole slice there. Nothing trades, even when the new price reaches the other side.
   */
  public void move(int slot, long newPrice) {
    BookSide side = sideOf(slot);
    int level = side.find(orders.price(slot));
    if (orders.isAlone(slot) && !orders.isIceberg(slot) && side.find(newPrice) == BookSide.NONE) {
      orders.price(slot, newPrice);
      side.move(level, newPrice); // the level goes with it
      return;
    }
    queues.withdraw(side, level, slot);
    queues.unlink(side, level, slot);
    orders.price(slot, newPrice);
    queues.showFirst(slot);
    rest(slot);
  }

  /**
   * The same with another quantity besides.
   *
   * @param quantity lots, those filled included; more than those
   */
  public void move(int slot, long newPrice, long quantity) {
    long more = quantity - orders.quantity(slot);
    if (more != 0) {
      BookSide side = sideOf(slot);
      int level = side.find(orders.price(slot));
      queues.withdraw(side, level, slot);
      orders.reduce(slot, -more);
      queues.showFirst(slot);
      queues.offer(side, level, slot);
    }
    move(slot, newPrice);
  }

  /** Takes a resting order out of the book and out of the slab. */
  public void cancel(int slot) {
    BookSide side = sideOf(slot);
    int level = side.find(orders.price(slot));
    queues.withdraw(side, level, slot);
    queues.unlink(side, level, slot);
    orders.remove(slot);
  }

  /** The levels that a side shows, best first. */
  public void forEachLevel(Side of, LevelHandler handler) {
    BookSide side = shown(of);
    for (int level = side.best(); level != BookSide.NONE; level = side.worse(level)) {
      handler.onLevel(side.price(level), side.quantity(level), side.orders(level));
    }
  }

  /**
   * All orders of a side in the sequence in which they would trade. Resting them in this sequence
   * in an empty book, with what each shows now, makes the same book.
   */
  public void forEachOrder(Side of, OrderHandler handler) {
    Depth at = new Depth(); // the handler may ask the book something
    for (begin(at, of); at.more(); at.next()) {
      forEach(at.firstShown(), handler);
      forEach(at.firstHidden(), handler);
    }
  }

  private void forEach(int first, OrderHandler handler) {
    for (int slot = first; slot != Orders.NONE; slot = orders.next(slot)) {
      handler.onOrder(slot);
    }
  }
}

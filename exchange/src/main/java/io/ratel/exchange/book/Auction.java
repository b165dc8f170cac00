package io.ratel.exchange.book;

import io.ratel.model.order.Side;

/**
 * The price at which most lots of a crossed book trade at once. Of several such prices it is the
 * one with the smallest surplus; then the highest when all of them leave buyers over, the lowest
 * when all leave sellers over, else the one nearest to a reference price (as in Deutsche Börse's
 * Xetra market model). Every tick is a candidate, whether an order rests there or not. Hidden
 * orders and icebergs take part with all they have.
 *
 * <p>One object serves any number of books, one after the other.
 */
public final class Auction {
  /** Receives each match of {@link #uncross} before the orders are changed. */
  @FunctionalInterface
  public interface UncrossHandler {
    void onMatch(int buy, int sell, long price, long quantity);
  }

  private final Orders orders;
  private final Depth bids = new Depth();
  private final Depth asks = new Depth();
  private long price;
  private long volume;
  private long surplus;

  public Auction(Orders orders) {
    this.orders = orders;
  }

  /** The price found, 0 when nothing can trade. */
  public long price() {
    return price;
  }

  /** Lots that trade at that price. */
  public long volume() {
    return volume;
  }

  /** Lots left over at that price: of buyers above 0, of sellers below 0. */
  public long surplus() {
    return surplus;
  }

  /**
   * Finds the price.
   *
   * @param reference in ticks, for instance the last trade's
   * @return whether anything can trade
   */
  public boolean find(OrderBook book, long reference) {
    book.begin(bids, Side.BUY);
    book.begin(asks, Side.SELL);
    price = 0;
    volume = 0;
    surplus = 0;
    if (!bids.more() || !asks.reaches(bids.price())) {
      return false;
    }
    long marginalBid = 0;
    long marginalAsk = 0;
    long bidLeft = bids.quantity();
    long askLeft = asks.quantity();
    // As if they met best to best: the last pair of prices that meets bounds where the price is.
    while (bids.more() && asks.reaches(bids.price())) {
      marginalBid = bids.price();
      marginalAsk = asks.price();
      long met = Math.min(bidLeft, askLeft);
      volume = Math.addExact(volume, met);
      bidLeft -= met;
      askLeft -= met;
      if (bidLeft == 0) {
        bids.next();
        bidLeft = bids.more() ? bids.quantity() : 0;
      }
      if (askLeft == 0) {
        asks.next();
        askLeft = asks.more() ? asks.quantity() : 0;
      }
    }
    choose(marginalBid, bidLeft, marginalAsk, askLeft, reference);
    return true;
  }

  /**
   * Between the last ask and the last bid that met, all prices trade the same volume. The walks
   * stand at the first levels that have lots left.
   */
  private void choose(long high, long bidLeft, long low, long askLeft, long reference) {
    boolean bidsOver = bids.more() && bids.price() == high;
    boolean asksOver = asks.more() && asks.price() == low;
    if (bidsOver) {
      price = high;
      surplus = bidLeft;
    } else if (asksOver) {
      price = low;
      surplus = -askLeft;
    } else {
      long nextBid = bids.more() ? bids.price() : Long.MIN_VALUE;
      long nextAsk = asks.more() ? asks.price() : Long.MAX_VALUE;
      long from = bids.more() ? Math.max(low, nextBid + 1) : low;
      long to = asks.more() ? Math.min(high, nextAsk - 1) : high;
      if (from <= to) {
        price = Math.clamp(reference, from, to);
      } else {
        betweenNeighbours(nextBid, bidLeft, low, nextAsk, askLeft, high, reference);
      }
    }
  }

  /** The next bid is one tick below the next ask: no price in between leaves nothing over. */
  private void betweenNeighbours(
      long bid, long bidLots, long low, long ask, long askLots, long high, long reference) {
    if (bidLots < askLots) {
      price = bid;
    } else if (bidLots > askLots) {
      price = ask;
    } else {
      bids.next();
      asks.next();
      long from = bids.more() ? Math.max(low, bids.price() + 1) : low;
      long to = asks.more() ? Math.min(high, asks.price() - 1) : high;
      price = Math.clamp(reference, from, to);
    }
    surplus = price <= bid ? bidLots : -askLots;
  }

  /**
   * Trades the book at one price, best and oldest orders first, each with all that remains of it.
   *
   * @param at price that {@link #find} found
   * @param lots that are to trade there
   * @param maxMatches after which it stops; the rest can be traded later with the same price
   * @return lots that have not traded yet
   */
  public long uncross(OrderBook book, long at, long lots, int maxMatches, UncrossHandler handler) {
    long left = lots;
    for (int matches = 0; left > 0 && matches < maxMatches; matches++) {
      int buy = book.next(Side.BUY);
      int sell = book.next(Side.SELL);
      if (buy == Orders.NONE || sell == Orders.NONE) {
        throw new IllegalArgumentException("the book has not " + lots + " lots on both sides");
      }
      long traded = Math.min(left, Math.min(orders.remaining(buy), orders.remaining(sell)));
      handler.onMatch(buy, sell, at, traded);
      book.trade(buy, traded, at * traded);
      book.trade(sell, traded, at * traded);
      left -= traded;
    }
    return left;
  }
}

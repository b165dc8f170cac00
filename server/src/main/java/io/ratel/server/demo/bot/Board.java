package io.ratel.server.demo.bot;

import io.ratel.model.order.Side;
import io.ratel.server.demo.market.DemoMarket;
import io.ratel.server.demo.market.PriceProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The markets as the bots see them: fair values, their own open orders and their own last trades.
 * Others' orders are not on it, because what comes from outside would make no two runs alike; a bot
 * learns of them by being filled. One thread.
 */
public final class Board {
  private static final double DAY_S = 86_400;

  /** Log-return of the fair value for a usual order, in days' volatilities (A. S. Kyle, 1985). */
  private static final double IMPACT = 0.0015;

  private final List<DemoMarket> markets;
  private final PriceProcess prices;
  private final IntPredicate playing;
  private final int[] instruments;
  private final List<List<OpenOrder>> open = new ArrayList<>();
  private final double[] last;

  /**
   * @param instruments the markets' numbers at the exchange
   * @param playing whether a match moves a market now
   */
  public Board(
      List<DemoMarket> markets, PriceProcess prices, int[] instruments, IntPredicate playing) {
    this.markets = markets;
    this.prices = prices;
    this.instruments = instruments;
    this.playing = playing;
    last = new double[markets.size()];
    for (int i = 0; i < last.length; i++) {
      open.add(new ArrayList<>());
      last[i] = prices.price(i);
    }
  }

  public int size() {
    return markets.size();
  }

  public DemoMarket market(int index) {
    return markets.get(index);
  }

  /** Where an instrument of the exchange is, -1 when it is none of these. */
  int indexOf(int instrument) {
    for (int i = 0; i < instruments.length; i++) {
      if (instruments[i] == instrument) {
        return i;
      }
    }
    return -1;
  }

  int instrument(int market) {
    return instruments[market];
  }

  /** What one unit of the base is worth, in the quote asset. */
  public double value(int market) {
    return prices.price(market);
  }

  /** How far the value usually goes in so many seconds, in the quote asset. */
  public double sigma(int market, double seconds) {
    double match = playing.test(market) ? 2.5 : 1;
    return value(market) * prices.volatility(market) * match * Math.sqrt(seconds / DAY_S);
  }

  /** How busy a market is: 1 as usual, more around the day's opening and during a match. */
  public double activity(int market) {
    return prices.hour() * (playing.test(market) ? 2 : 1);
  }

  public boolean newsIsDue(int market) {
    return prices.newsIsDue(market);
  }

  /** What due news will do to the value, as a log-return: for those who know. */
  public double news(int market) {
    return prices.news(market);
  }

  /** The future's usual log-distance from its spot. */
  public double usualBasis(int future) {
    return prices.usualBasis(future);
  }

  /** The bots' best price of a side, in ticks; 0 when there is none. */
  public long best(int market, Side side) {
    long best = 0;
    for (OpenOrder order : open.get(market)) {
      if (order.side() == side
          && (best == 0 || (side == Side.BUY ? order.price() > best : order.price() < best))) {
        best = order.price();
      }
    }
    return best;
  }

  /** The average price of the bots' last trade, in ticks of no whole number. */
  public double last(int market) {
    return last[market];
  }

  void add(OpenOrder order) {
    open.get(order.market()).add(order);
  }

  void remove(OpenOrder order) {
    open.get(order.market()).remove(order);
  }

  /** A bot has taken {@code lots} at an average price: the value moves a little its way. */
  void taken(int market, Side side, double price, long lots) {
    last[market] = price * markets.get(market).tick();
    reached(market, side.opposite(), price);
    DemoMarket of = markets.get(market);
    double usual = lots * of.lot() / of.quantity();
    prices.move(market, (side == Side.BUY ? 1 : -1) * IMPACT * of.volatility() * usual);
  }

  /** Someone has traded with orders of this side up to a price: all before it may be gone. */
  void reached(int market, Side side, double price) {
    for (OpenOrder order : open.get(market)) {
      if (order.side() == side
          && (side == Side.SELL ? order.price() <= price : order.price() >= price)) {
        order.suspect();
      }
    }
  }
}

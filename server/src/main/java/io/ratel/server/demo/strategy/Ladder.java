package io.ratel.server.demo.strategy;

import io.ratel.model.order.Side;
import io.ratel.server.demo.market.DemoMarket;

/**
 * The prices of a maker's orders on both sides, in ticks. The first rung is as fine as the ticks;
 * the others stand on round prices, where orders of several makers meet.
 */
final class Ladder {
  private static final double GRID = 0.00012; // of the price, before it is made round
  private static final double STRETCH = 0.12; // how much wider each rung is than the one before

  private final long[][] prices;
  private final double[] slack;

  /**
   * @param first false for a ladder on round prices only
   */
  Ladder(DemoMarket market, InventoryQuote quote, int rungs, boolean first) {
    double tick = market.tick();
    long grid = grid(market.price(), tick);
    long bid = Math.max(1, (long) Math.floor((quote.reservation() - quote.half()) / tick));
    long ask = Math.max(bid + 1, (long) Math.ceil((quote.reservation() + quote.half()) / tick));
    prices = new long[2][rungs];
    slack = new double[rungs];
    for (int i = 0; i < rungs; i++) {
      int rung = first ? i : i + 1;
      if (rung == 0) {
        prices[0][0] = bid;
        prices[1][0] = ask;
        slack[0] = 0.4 * quote.half() / tick;
      } else {
        long away = Math.round(grid * (rung - 1) * (1 + STRETCH * (rung - 1)));
        long bidAt = Math.floorDiv(bid - 1 - away, grid) * grid;
        long askAt = -Math.floorDiv(-(ask + 1 + away), grid) * grid;
        prices[0][i] = Math.max(1, i == 0 ? bidAt : Math.min(bidAt, prices[0][i - 1] - 1));
        prices[1][i] = i == 0 ? askAt : Math.max(askAt, prices[1][i - 1] + 1);
        slack[i] = grid * (0.45 + 0.3 * rung);
      }
    }
  }

  /** A round number of ticks, 1, 2 or 5 times a power of ten, near a usual distance. */
  static long grid(double price, double tick) {
    double wanted = Math.max(1, price * GRID / tick);
    long power = Math.round(Math.pow(10, Math.floor(Math.log10(wanted))));
    double lead = wanted / power;
    return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
  }

  int rungs() {
    return slack.length;
  }

  long price(Side side, int rung) {
    return prices[side.ordinal()][rung];
  }

  /** How far, in ticks, an order may be from its rung before it is moved. */
  double slack(int rung) {
    return slack[rung];
  }

  /** Whether an order of this side would trade against the other side of the ladder. */
  boolean crosses(Side side, long price) {
    return side == Side.BUY ? price >= prices[1][0] : price <= prices[0][0];
  }
}

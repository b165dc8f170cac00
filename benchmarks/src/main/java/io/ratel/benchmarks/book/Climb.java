package io.ratel.benchmarks.book;

import io.ratel.benchmarks.book.Mix.Filled;
import io.ratel.exchange.book.Orders;
import java.util.Random;

/**
 * A market that rises tenfold: a thousand orders follow it, the oldest first, each to a new place
 * within a fiftieth of the price; one that has traded meanwhile is replaced by a new one.
 */
final class Climb {
  private static final int RESTING = 1_000;
  private static final double FROM = 20_000;
  private static final int SHARE = 50;

  private Climb() {}

  static Filled generate(int commands, long seed) {
    Random random = new Random(seed);
    OrderFlow flow = new OrderFlow();
    RatelBook book = new RatelBook();
    long[] ids = new long[RESTING];
    long lastId = 0;
    for (int i = 0; i < RESTING + commands; i++) {
      int which = i % RESTING;
      int side = which & 1;
      long middle = (long) (FROM * Math.pow(10, Math.max(0, i - RESTING) / (double) commands));
      long away = 1 + random.nextInt((int) middle / SHARE);
      long price = side == 0 ? middle - away : middle + away;
      if (ids[which] != 0 && book.orders().find(ids[which]) != Orders.NONE) {
        flow.add(OrderFlow.MOVE, side == 0, OrderFlow.GTC, side, ids[which], price, 0);
      } else {
        ids[which] = ++lastId;
        int lots = 1 + random.nextInt(100);
        flow.add(OrderFlow.PLACE, side == 0, OrderFlow.GTC, side, lastId, price, lots);
      }
      book.run(flow, i, i + 1);
    }
    return new Filled(flow, RESTING);
  }
}

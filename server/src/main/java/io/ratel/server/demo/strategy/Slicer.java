package io.ratel.server.demo.strategy;

import io.ratel.model.order.Side;
import io.ratel.server.demo.bot.Desk;
import io.ratel.server.demo.bot.OpenOrder;
import io.ratel.server.demo.bot.Strategy;
import java.util.Random;

/**
 * Works a large order slowly: shows a slice of it at the best price of its own side, behind those
 * who were there before, and the next slice when that is gone. Then it rests, and goes the other
 * way.
 */
public final class Slicer implements Strategy {
  private static final double PARENT = 12; // usual orders
  private static final double SLICE = 0.8;
  private static final int REST_TURNS = 20;

  private final int market;
  private final Random random;
  private Side side;
  private double target;
  private int restTurns;

  public Slicer(int market, long seed) {
    this.market = market;
    this.random = new Random(seed);
    this.side = random.nextBoolean() ? Side.BUY : Side.SELL;
    this.target = side == Side.BUY ? PARENT : -PARENT;
  }

  @Override
  public boolean act(Desk desk) {
    if (restTurns > 0) {
      restTurns--;
      return true;
    }
    long best = desk.board().best(market, side);
    for (OpenOrder order : desk.open(market)) {
      boolean stays = order.side() == side && order.price() == best && !order.isSuspect();
      if (stays && random.nextInt(6) > 0) {
        return true; // keeps its place in the queue
      }
      if (!desk.cancel(order)) {
        return true;
      }
    }
    double held = desk.inventory(market);
    double left = side == Side.BUY ? target - held : held - target;
    if (left < 0.1) {
      side = side.opposite();
      target = side == Side.BUY ? PARENT : -PARENT;
      restTurns = REST_TURNS;
    } else if (best > 0) {
      double slice = SLICE * (0.7 + 0.6 * random.nextDouble());
      desk.rest(market, side, best, desk.board().market(market).usual(Math.min(left, slice)));
    }
    return true;
  }
}

package io.ratel.server.demo.strategy;

import io.ratel.model.order.Side;
import io.ratel.server.demo.bot.Desk;
import io.ratel.server.demo.bot.Strategy;
import io.ratel.server.demo.match.MatchNews;
import java.util.Optional;
import java.util.Random;

/** Comes for the match, trades along while it lasts, and goes home with nothing in hand. */
public final class Punter implements Strategy {
  private static final double ACTS = 0.25;
  private static final double REACH = 0.004;

  private final int market;
  private final int turns;
  private final Random random;
  private int left;

  /**
   * @param turns how long a match is
   */
  public Punter(int market, int turns, long seed) {
    this.market = market;
    this.turns = turns;
    this.random = new Random(seed);
  }

  @Override
  public void begin(Desk desk, Optional<MatchNews> cause) {
    left = turns;
  }

  @Override
  public boolean act(Desk desk) {
    left--;
    double held = desk.inventory(market);
    if (random.nextDouble() < ACTS) {
      if (left > 0) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        desk.take(market, side, -0.4 * Math.log(1 - random.nextDouble()), REACH);
      } else if (Math.abs(held) > 0.02) {
        Side home = held > 0 ? Side.SELL : Side.BUY;
        desk.take(market, home, Math.min(0.6, Math.abs(held)), REACH);
      }
    }
    return left > 0 || Math.abs(desk.inventory(market)) > 0.02;
  }
}

package io.ratel.server.demo.strategy;

import io.ratel.model.order.Side;
import io.ratel.server.demo.bot.Desk;
import io.ratel.server.demo.bot.Strategy;
import java.util.Random;

/**
 * Knows what the news will say before it is out: trades its way until then, and gives back slowly
 * what it has gained a position in. The makers cannot know who it is and pay for it.
 */
public final class InformedTaker implements Strategy {
  private static final double REACH = 0.002;
  private static final double ACTS = 0.5;
  private static final double RETURNS = 0.04;

  private final int[] markets;
  private final Random random;

  public InformedTaker(int[] markets, long seed) {
    this.markets = markets.clone();
    this.random = new Random(seed);
  }

  @Override
  public boolean act(Desk desk) {
    for (int market : markets) {
      double news = desk.board().news(market);
      double held = desk.inventory(market);
      if (news != 0) {
        if (random.nextDouble() < ACTS) {
          desk.take(market, news > 0 ? Side.BUY : Side.SELL, 0.7, REACH);
        }
      } else if (Math.abs(held) > 0.1 && random.nextDouble() < RETURNS) {
        desk.take(market, held > 0 ? Side.SELL : Side.BUY, Math.min(0.5, Math.abs(held)), REACH);
      }
    }
    return true;
  }
}

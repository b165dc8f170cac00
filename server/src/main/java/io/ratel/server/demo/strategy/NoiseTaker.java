package io.ratel.server.demo.strategy;

import io.ratel.model.order.Side;
import io.ratel.server.demo.bot.Desk;
import io.ratel.server.demo.bot.Strategy;
import java.util.Random;

/** Trades for reasons of its own: now and then, either way, mostly little; home again in time. */
public final class NoiseTaker implements Strategy {
  private static final double REACH = 0.003;
  private static final double HOMEWARD = 0.35; // how strongly inventory decides the side

  private final int first;
  private final int count;
  private final double chance;
  private final Random random;

  /** One market, each turn with the given chance. */
  public NoiseTaker(int market, double chance, long seed) {
    this(market, 1, chance, seed);
  }

  /** One of {@code count} markets from {@code first} on, each turn with the given chance. */
  public NoiseTaker(int first, int count, double chance, long seed) {
    this.first = first;
    this.count = count;
    this.chance = chance;
    this.random = new Random(seed);
  }

  @Override
  public boolean act(Desk desk) {
    int market = first + random.nextInt(count);
    if (random.nextDouble() < chance * desk.board().activity(market)) {
      double held = desk.inventory(market) / desk.limits().inventory();
      Side side = random.nextDouble() < 0.5 - HOMEWARD * held ? Side.BUY : Side.SELL;
      desk.take(market, side, -0.5 * Math.log(1 - random.nextDouble()), REACH);
    }
    return true;
  }
}

package io.ratel.server.demo.strategy;

import io.ratel.model.order.Side;
import io.ratel.server.demo.bot.Desk;
import io.ratel.server.demo.bot.Strategy;
import io.ratel.server.demo.match.MatchNews;
import java.util.Optional;

/**
 * Hears of a goal and is faster than the makers: for a few turns it takes what is still offered at
 * the old price. Some time later it goes home, little by little.
 */
public final class GoalChaser implements Strategy {
  private static final int CHASES = 6;
  private static final int WAITS = 150;
  private static final double ORDER = 1.5;
  private static final double REACH = 0.001;

  private final int market;
  private Side side = Side.BUY;
  private int turn;

  public GoalChaser(int market) {
    this.market = market;
  }

  @Override
  public void begin(Desk desk, Optional<MatchNews> cause) {
    turn = 0;
    side = cause.map(MatchNews::favour).orElse(0) >= 0 ? Side.BUY : Side.SELL;
  }

  @Override
  public boolean act(Desk desk) {
    turn++;
    if (turn <= CHASES) {
      desk.take(market, side, ORDER, REACH);
      return true;
    }
    double held = desk.inventory(market);
    if (turn > WAITS && turn % 5 == 0 && Math.abs(held) > 0.05) {
      Side home = held > 0 ? Side.SELL : Side.BUY;
      desk.take(market, home, Math.min(0.6, Math.abs(held)), 4 * REACH);
    }
    return turn <= WAITS || Math.abs(desk.inventory(market)) > 0.05;
  }
}

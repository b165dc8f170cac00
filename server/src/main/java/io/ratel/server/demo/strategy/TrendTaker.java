package io.ratel.server.demo.strategy;

import io.ratel.model.order.Side;
import io.ratel.server.demo.bot.Board;
import io.ratel.server.demo.bot.Desk;
import io.ratel.server.demo.bot.Strategy;

/**
 * Trades on how far a quick average of the price is from a slow one: with the trend, or against it.
 */
public final class TrendTaker implements Strategy {
  private static final double REACH = 0.002;
  private static final double ORDER = 0.8;
  private static final double FULL_AT = 2; // deviations at which it wants all it may have

  private final int[] markets;
  private final double direction;
  private final double quickTurns;
  private final double slowTurns;
  private final double turnS;
  private final double[] quick;
  private final double[] slow;
  private int next;

  private TrendTaker(
      int[] markets, double direction, double quickTurns, double slowTurns, double turnS) {
    this.markets = markets.clone();
    this.direction = direction;
    this.quickTurns = quickTurns;
    this.slowTurns = slowTurns;
    this.turnS = turnS;
    quick = new double[markets.length];
    slow = new double[markets.length];
  }

  /**
   * Follows a trend of minutes.
   *
   * @param turnS seconds between two turns
   */
  public static TrendTaker momentum(int[] markets, double turnS) {
    return new TrendTaker(markets, 1, 20 / turnS, 180 / turnS, turnS);
  }

  /** Expects a move of seconds to be undone. */
  public static TrendTaker reversion(int[] markets, double turnS) {
    return new TrendTaker(markets, -1, 2 / turnS, 40 / turnS, turnS);
  }

  /** All averages move each turn; one market at a time is traded. */
  @Override
  public boolean act(Desk desk) {
    Board board = desk.board();
    for (int i = 0; i < markets.length; i++) {
      double price = board.last(markets[i]);
      quick[i] = average(quick[i], price, quickTurns);
      slow[i] = average(slow[i], price, slowTurns);
    }
    int i = next++ % markets.length;
    int market = markets[i];
    double deviation = board.sigma(market, slowTurns * turnS);
    double signal = direction * (quick[i] - slow[i]) / deviation / FULL_AT;
    double wanted = Math.clamp(signal, -1, 1) * desk.limits().inventory() * 0.8;
    double more = wanted - desk.inventory(market);
    if (Math.abs(more) > ORDER) {
      desk.take(market, more > 0 ? Side.BUY : Side.SELL, ORDER, REACH);
    }
    return true;
  }

  private static double average(double before, double price, double turns) {
    return before == 0 ? price : before + (price - before) / turns;
  }
}

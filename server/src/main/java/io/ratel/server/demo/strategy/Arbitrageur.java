package io.ratel.server.demo.strategy;

import io.ratel.model.order.Side;
import io.ratel.server.demo.bot.Board;
import io.ratel.server.demo.bot.Desk;
import io.ratel.server.demo.bot.Strategy;

/**
 * Buys the cheap one of spot and future and sells the dear one when their distance is unusual, and
 * goes home when it is usual again. The spot leg is as large as what the future leg got.
 */
public final class Arbitrageur implements Strategy {
  private static final double OPENS = 0.0008; // log-distance from the usual basis
  private static final double CLOSES = 0.0002;
  private static final double ORDER = 0.8;
  private static final double REACH = 0.0012;

  private final int spot;
  private final int future;

  public Arbitrageur(int spot, int future) {
    this.spot = spot;
    this.future = future;
  }

  @Override
  public boolean act(Desk desk) {
    Board board = desk.board();
    double away = Math.log(board.value(future) / board.value(spot)) - board.usualBasis(future);
    double held = desk.inventory(future);
    if (away > OPENS && held > -desk.limits().inventory() / 2) {
      trade(desk, Side.SELL, ORDER);
    } else if (away < -OPENS && held < desk.limits().inventory() / 2) {
      trade(desk, Side.BUY, ORDER);
    } else if (Math.abs(held) > 0.1 && (held < 0 ? away < CLOSES : away > -CLOSES)) {
      trade(desk, held < 0 ? Side.BUY : Side.SELL, Math.min(ORDER, Math.abs(held)));
    }
    return true;
  }

  private void trade(Desk desk, Side ofFuture, double orders) {
    Board board = desk.board();
    long lots = desk.take(future, ofFuture, orders, REACH);
    double coins = lots * board.market(future).lot();
    if (coins > 0) {
      double usual = coins / board.market(spot).quantity();
      desk.take(spot, ofFuture.opposite(), usual, REACH);
    }
  }
}

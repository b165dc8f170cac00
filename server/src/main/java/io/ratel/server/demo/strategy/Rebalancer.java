package io.ratel.server.demo.strategy;

import io.ratel.model.order.Side;
import io.ratel.server.demo.bot.Board;
import io.ratel.server.demo.bot.Desk;
import io.ratel.server.demo.bot.OpenOrder;
import io.ratel.server.demo.bot.Strategy;
import io.ratel.server.demo.market.DemoMarket;
import io.ratel.server.demo.match.MatchNews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a portfolio at its weights: on its schedule it buys and sells in slices until every market
 * is in place, then leaves a small order resting on each side of each market and stops.
 */
public final class Rebalancer implements Strategy {
  private static final double REACH = 0.003;
  private static final double BUYS_BELOW = 0.012;
  private static final double SELLS_ABOVE = 0.015;
  private static final double RESTS = 0.04; // of what is held
  private static final int MOST_TURNS = 400;

  private final TargetWeights weights;
  private final List<Integer> markets = new ArrayList<>();
  private int next;
  private int turns;
  private int inPlace;

  public Rebalancer(TargetWeights weights) {
    this.weights = weights;
    weights.markets().forEach(markets::add);
  }

  /** What happened outside, such as an order its owner canceled, is read first. */
  @Override
  public void begin(Desk desk, Optional<MatchNews> cause) {
    desk.reread();
    turns = 0;
    inPlace = 0;
  }

  @Override
  public boolean act(Desk desk) {
    int market = markets.get(next);
    if (inPlace < markets.size() && turns++ < MOST_TURNS) {
      next = (next + 1) % markets.size();
      boolean traded = !cancelOpen(desk, market) || trade(desk, market);
      inPlace = traded ? 0 : inPlace + 1;
      return true;
    }
    for (int each : markets) {
      for (Side side : Side.values()) {
        if (turns++ < 2 * MOST_TURNS && leave(desk, each, side)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean cancelOpen(Desk desk, int market) {
    for (OpenOrder order : desk.open(market)) {
      if (!desk.cancel(order)) {
        return false;
      }
    }
    return true;
  }

  private boolean trade(Desk desk, int market) {
    Board board = desk.board();
    DemoMarket of = board.market(market);
    double more = weights.trade(market, value(desk, market), equity(desk));
    double orders = Math.abs(more) / board.value(market) / of.quantity();
    if (Math.abs(more) < board.value(market) * of.lot()) {
      return false;
    }
    desk.take(market, more > 0 ? Side.BUY : Side.SELL, Math.min(1, orders), REACH);
    return true;
  }

  /** Leaves an order on one side, unless one is there or nothing can be sold. */
  private static boolean leave(Desk desk, int market, Side side) {
    if (desk.open(market).stream().anyMatch(order -> order.side() == side)) {
      return false;
    }
    DemoMarket of = desk.board().market(market);
    double value = desk.board().value(market);
    long lots = Math.min(of.usual(1), Math.max(1, Math.round(desk.lots(market) * RESTS)));
    if (side == Side.SELL && desk.lots(market) < lots) {
      return false;
    }
    double price = value * (side == Side.BUY ? 1 - BUYS_BELOW : 1 + SELLS_ABOVE);
    desk.rest(market, side, of.ticks(price), lots);
    return true;
  }

  private static double value(Desk desk, int market) {
    Board board = desk.board();
    return desk.lots(market) * board.market(market).lot() * board.value(market);
  }

  private double equity(Desk desk) {
    double equity = desk.cash();
    for (int market : markets) {
      equity += value(desk, market);
    }
    return equity;
  }
}

package io.ratel.server.demo;

import io.ratel.exchange.view.EquityHistory.Point;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.server.demo.market.DemoMarket;
import io.ratel.server.demo.strategy.TargetWeights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What accounts would have been worth in the month before the opening, hour by hour: at the closes
 * of the generated bars, and at last at the prices at which the markets open. What was deposited
 * counts as what the account was worth when the month began, so that the rest is what it has earned
 * since.
 */
final class EquityPast {
  private static final double COST = 0.0007; // of a trade: half a spread and a fee
  private static final double UNITS = 1e8; // of USD

  private final Map<Symbol, Integer> indexes = new HashMap<>();
  private final TreeMap<Long, double[]> closes = new TreeMap<>();
  private final double[] opening;

  EquityPast(List<DemoMarket> markets) {
    opening = new double[markets.size()];
    for (int i = 0; i < opening.length; i++) {
      indexes.put(Symbol.of(markets.get(i).symbol()), i);
      opening[i] = markets.get(i).price();
    }
  }

  /** Takes note of the hours among these bars. */
  void onBars(List<Bar> bars) {
    for (Bar bar : bars) {
      Integer index = indexes.get(bar.market().symbol());
      if (bar.interval() == Interval.HOUR && index != null) {
        double price = bar.close() / Math.pow(10, bar.market().priceScale());
        closes.computeIfAbsent(bar.timeNs() + Interval.HOUR.nanos(), at -> opening.clone())[index] =
            price;
      }
    }
  }

  /** An account that has held the same all the time. */
  List<Point> held(long account, double cash, double[] amounts, long nowNs) {
    TreeMap<Long, Double> equity = new TreeMap<>();
    closes.forEach((time, prices) -> equity.put(time, cash + value(amounts, prices)));
    equity.put(nowNs, cash + value(amounts, opening));
    return points(account, equity);
  }

  /**
   * An account that has followed a rule since it began with nothing but cash: as much of it as has
   * become {@code worth} by the opening.
   */
  List<Point> ruled(long account, double worth, TargetWeights rule, long nowNs) {
    double[] amounts = new double[opening.length];
    double left = worth;
    TreeMap<Long, Double> equity = new TreeMap<>();
    for (Map.Entry<Long, double[]> hour : closes.entrySet()) {
      double[] prices = hour.getValue();
      double now = left + value(amounts, prices);
      equity.put(hour.getKey(), now);
      for (int market : rule.markets()) {
        double trade = rule.trade(market, amounts[market] * prices[market], now);
        amounts[market] += trade / prices[market];
        left -= trade + Math.abs(trade) * COST;
      }
    }
    double last = left + value(amounts, opening);
    equity.put(nowNs, last);
    equity.replaceAll((time, then) -> then * worth / last);
    return points(account, equity);
  }

  private static double value(double[] amounts, double[] prices) {
    double value = 0;
    for (int i = 0; i < amounts.length; i++) {
      value += amounts[i] * prices[i];
    }
    return value;
  }

  private static List<Point> points(long account, TreeMap<Long, Double> equity) {
    long deposits = units(equity.firstEntry().getValue()); // what it began with
    List<Point> points = new ArrayList<>();
    equity.forEach((time, worth) -> points.add(new Point(account, time, units(worth), deposits)));
    return points;
  }

  /** To the cent. */
  private static long units(double usd) {
    return Math.round(usd * 100) * Math.round(UNITS / 100);
  }
}

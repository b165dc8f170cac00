package io.ratel.marketdata.bar;

import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import io.ratel.model.money.FixedPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Bars as a function of what is stored.
 *
 * <p>Everything throws {@link ArithmeticException} when a sum does not fit.
 */
public final class Rollup {
  private Rollup() {}

  /**
   * The bars of these trades of one market, oldest first.
   *
   * @param trades complete for every bar they touch, in any order
   */
  public static List<Bar> ofTrades(Collection<Trade> trades, Interval interval) {
    if (trades.isEmpty()) {
      return List.of();
    }
    Market market = trades.iterator().next().market();
    for (Trade trade : trades) {
      market = market.widen(trade.market());
    }
    TreeMap<Long, List<Trade>> groups = new TreeMap<>();
    for (Trade trade : trades) {
      groups
          .computeIfAbsent(interval.floor(trade.exchangeTimeNs()), _ -> new ArrayList<>())
          .add(trade);
    }
    List<Bar> bars = new ArrayList<>(groups.size());
    for (List<Trade> group : groups.values()) {
      bars.add(bar(market, interval, group));
    }
    return bars;
  }

  private static Bar bar(Market market, Interval interval, List<Trade> trades) {
    FormingBar forming = new FormingBar(interval, interval.floor(trades.get(0).exchangeTimeNs()));
    for (Trade trade : trades) {
      Market own = trade.market();
      long price = FixedPoint.rescale(trade.price(), own.priceScale(), market.priceScale());
      long quantity =
          FixedPoint.rescale(trade.quantity(), own.quantityScale(), market.quantityScale());
      if (!forming.hasRoomFor(quantity)) {
        throw new ArithmeticException("the volume of a bar of " + market.symbol() + " overflows");
      }
      forming.add(trade, price, quantity);
    }
    return forming.bar(market);
  }

  /**
   * The coarser bars that these finer bars of one market make, oldest first.
   *
   * @param finer complete for every coarser bar they touch, oldest first
   */
  public static List<Bar> ofBars(Collection<Bar> finer, Interval interval) {
    if (finer.isEmpty()) {
      return List.of();
    }
    Market market = finer.iterator().next().market();
    for (Bar bar : finer) {
      market = market.widen(bar.market());
    }
    TreeMap<Long, Bar> bars = new TreeMap<>();
    for (Bar bar : finer) {
      Bar next = FormingBar.rescaled(bar, market);
      bars.merge(
          interval.floor(bar.timeNs()),
          next,
          (before, after) ->
              new Bar(
                  before.market(),
                  interval,
                  before.timeNs(),
                  before.open(),
                  Math.max(before.high(), after.high()),
                  Math.min(before.low(), after.low()),
                  after.close(),
                  Math.addExact(before.volume(), after.volume()),
                  before.trades() + after.trades()));
    }
    List<Bar> list = new ArrayList<>(bars.size());
    bars.forEach(
        (start, bar) ->
            list.add(
                new Bar(
                    bar.market(),
                    interval,
                    start,
                    bar.open(),
                    bar.high(),
                    bar.low(),
                    bar.close(),
                    bar.volume(),
                    bar.trades())));
    return list;
  }
}

package io.ratel.marketdata.bar;

import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import io.ratel.model.money.FixedPoint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The forming bars of one market in every kept interval, in sorted maps: the oracle of the flat
 * ones.
 */
final class PlainBars {
  private final long watermarkNs;
  private final Map<Interval, TreeMap<Long, PlainBar>> bars = new EnumMap<>(Interval.class);
  private Market market;
  private long newestNs = Long.MIN_VALUE;
  private long late;
  private long overflowed;

  PlainBars(Market market, long watermarkNs) {
    if (watermarkNs < 0) {
      throw new IllegalArgumentException("watermarkNs must not be negative, was " + watermarkNs);
    }
    this.market = market;
    this.watermarkNs = watermarkNs;
    for (Interval interval : Interval.KEPT) {
      bars.put(interval, new TreeMap<>());
    }
  }

  /**
   * Takes a trade into its bars.
   *
   * @param changed is given each bar that it changed
   * @return false when it came too late, or when a sum would overflow and it was refused
   */
  boolean add(Trade trade, Consumer<Bar> changed) {
    long time = trade.exchangeTimeNs();
    if (newestNs != Long.MIN_VALUE && time < newestNs - watermarkNs) {
      late++;
      return false;
    }
    Market wider = market.widen(trade.market());
    if (!widen(wider)) {
      overflowed++;
      return false;
    }
    long price;
    long quantity;
    try {
      price = FixedPoint.rescale(trade.price(), trade.market().priceScale(), wider.priceScale());
      quantity =
          FixedPoint.rescale(
              trade.quantity(), trade.market().quantityScale(), wider.quantityScale());
    } catch (ArithmeticException e) {
      overflowed++;
      return false;
    }
    List<PlainBar> touched = new ArrayList<>(bars.size());
    bars.forEach(
        (interval, held) ->
            touched.add(
                held.computeIfAbsent(
                    interval.floor(time), start -> new PlainBar(interval, start))));
    for (PlainBar bar : touched) {
      if (!bar.hasRoomFor(quantity)) {
        overflowed++;
        forget();
        return false;
      }
    }
    for (PlainBar bar : touched) {
      bar.add(trade, price, quantity);
      changed.accept(bar.bar(market));
    }
    newestNs = Math.max(newestNs, time);
    forget();
    return true;
  }

  /**
   * Compares with what the store made of all it has, late trades included, and takes its word
   * unless it has seen fewer trades.
   *
   * @return true when the bar is not held as it is stored, and others should be told of it
   */
  boolean settle(Bar stored) {
    PlainBar held = held(stored);
    if (held == null) {
      return true;
    }
    if (stored.trades() < held.trades() || held.bar(market).equals(stored)) {
      return false;
    }
    replace(stored, newestNs);
    return true;
  }

  /** The bars that are held, oldest first. */
  List<Bar> bars(Interval interval) {
    List<Bar> list = new ArrayList<>();
    held(interval).values().forEach(bar -> list.add(bar.bar(market)));
    return list;
  }

  Market market() {
    return market;
  }

  /** Trades that came after the watermark. */
  long late() {
    return late;
  }

  /** Trades that were refused because a sum would have overflowed. */
  long overflowed() {
    return overflowed;
  }

  private TreeMap<Long, PlainBar> held(Interval interval) {
    return bars.computeIfAbsent(interval, _ -> new TreeMap<>());
  }

  private @Nullable PlainBar held(Bar bar) {
    return held(bar.interval()).get(bar.timeNs());
  }

  private void replace(Bar stored, long lastTimeNs) {
    Market wider = market.widen(stored.market());
    if (!widen(wider)) {
      return;
    }
    Bar bar;
    try {
      bar = FormingBar.rescaled(stored, wider);
    } catch (ArithmeticException e) {
      return; // the store keeps it in its own decimals
    }
    held(bar.interval()).put(bar.timeNs(), PlainBar.of(bar, lastTimeNs));
  }

  private boolean widen(Market wider) {
    if (wider.equals(market)) {
      return true;
    }
    long priceFactor = FixedPoint.powerOfTen(wider.priceScale() - market.priceScale());
    long quantityFactor = FixedPoint.powerOfTen(wider.quantityScale() - market.quantityScale());
    for (TreeMap<Long, PlainBar> held : bars.values()) {
      for (PlainBar bar : held.values()) {
        if (!bar.canRescale(priceFactor, quantityFactor)) {
          return false;
        }
      }
    }
    market = wider;
    bars.values()
        .forEach(held -> held.values().forEach(bar -> bar.rescale(priceFactor, quantityFactor)));
    return true;
  }

  private void forget() {
    bars.values()
        .forEach(
            held ->
                held.values()
                    .removeIf(bar -> bar.trades() == 0 || bar.endNs() <= newestNs - watermarkNs));
  }
}

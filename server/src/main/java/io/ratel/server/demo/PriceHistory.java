package io.ratel.server.demo;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A past for markets that open today, so that their charts are not empty: a month of bars by the
 * process that goes on to move their prices. Only whole bars before the opening are made.
 */
final class PriceHistory {
  private static final int DAYS = 30;
  private static final int STEPS_PER_MINUTE = 4;
  private static final long MINUTE_NS = Interval.MINUTE.nanos();
  private static final List<Interval> LENGTHS =
      List.of(Interval.MINUTE, Interval.FIVE_MINUTES, Interval.HOUR, Interval.DAY);

  /** A bar in the making, in ticks and lots. */
  private static final class Making {
    long timeNs = Long.MIN_VALUE;
    long open;
    long high;
    long low;
    long close;
    long volume;
    long trades;

    void begin(long time, long price) {
      timeNs = time;
      open = price;
      high = price;
      low = price;
      volume = 0;
      trades = 0;
    }

    void add(long price, long lots) {
      high = Math.max(high, price);
      low = Math.min(low, price);
      close = price;
      volume += lots;
      trades++;
    }
  }

  private final List<DemoMarket> markets;
  private final PriceProcess process;
  private final Random random;
  private final Consumer<List<Bar>> store;

  private PriceHistory(
      List<DemoMarket> markets, PriceProcess process, long seed, Consumer<List<Bar>> store) {
    this.markets = markets;
    this.process = process;
    this.random = new Random(seed);
    this.store = store;
  }

  /**
   * Runs the process through the month before {@code nowNs} and hands over its bars, a day at a
   * time.
   *
   * @param nowNs the opening, nanoseconds since 1970 UTC
   */
  static void make(
      List<DemoMarket> markets,
      PriceProcess process,
      long seed,
      long nowNs,
      Consumer<List<Bar>> store) {
    new PriceHistory(markets, process, seed, store).run(nowNs);
  }

  private void run(long nowNs) {
    long end = Interval.MINUTE.floor(nowNs);
    long begin = Interval.DAY.floor(end) - DAYS * Interval.DAY.nanos();
    Making[][] making = new Making[markets.size()][LENGTHS.size()];
    for (Making[] lengths : making) {
      Arrays.setAll(lengths, length -> new Making());
    }
    List<Bar> bars = new ArrayList<>();
    for (long minute = begin; minute < end; minute += MINUTE_NS) {
      minute(minute, making, bars);
      if ((minute + MINUTE_NS) % Interval.DAY.nanos() == 0) {
        store.accept(bars);
        bars = new ArrayList<>();
      }
    }
    for (int i = 0; i < markets.size(); i++) {
      for (int l = 0; l < LENGTHS.size(); l++) {
        Interval length = LENGTHS.get(l);
        Making last = making[i][l];
        if (last.timeNs + length.nanos() <= end) {
          bars.add(bar(markets.get(i), length, last));
        }
      }
    }
    store.accept(bars);
  }

  private void minute(long minute, Making[][] making, List<Bar> bars) {
    for (int step = 0; step < STEPS_PER_MINUTE; step++) {
      process.step(60.0 / STEPS_PER_MINUTE);
      for (int i = 0; i < markets.size(); i++) {
        DemoMarket market = markets.get(i);
        long price = market.ticks(process.price(i));
        long lots = market.lots(market.quantity() * -Math.log(1 - random.nextDouble()) * 2);
        for (int l = 0; l < LENGTHS.size(); l++) {
          Interval length = LENGTHS.get(l);
          Making bar = making[i][l];
          long time = length.floor(minute);
          if (bar.timeNs != time) {
            if (bar.timeNs != Long.MIN_VALUE) {
              bars.add(bar(market, length, bar));
            }
            bar.begin(time, price);
          }
          bar.add(price, lots);
        }
      }
    }
  }

  private static Bar bar(DemoMarket of, Interval length, Making bar) {
    long tick = of.terms().tick().units();
    long lot = of.terms().lot().units();
    Market market =
        new Market(
            Symbol.of(of.terms().symbol()), of.terms().tick().scale(), of.terms().lot().scale());
    return new Bar(
        market,
        length,
        bar.timeNs,
        bar.open * tick,
        bar.high * tick,
        bar.low * tick,
        bar.close * tick,
        bar.volume * lot,
        bar.trades);
  }
}

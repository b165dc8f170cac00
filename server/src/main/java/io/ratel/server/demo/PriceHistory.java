package io.ratel.server.demo;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.MarketEvent;
import io.ratel.server.demo.market.DemoMarket;
import io.ratel.server.demo.market.DemoMarkets;
import io.ratel.server.demo.match.MatchNews;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A past for markets that open today, so that their charts are not empty: a month of bars by the
 * process that goes on to move their prices, made so that it ends where the markets open. Markets
 * with a name have bars of all lengths from a minute on, the others of hours and days. Only whole
 * bars before the opening are made.
 */
final class PriceHistory {
  static final int DAYS = 30;

  private static final long SECOND_NS = Interval.SECOND.nanos();
  private static final long TOLD_NS = 6 * Interval.HOUR.nanos(); // matches before the opening

  /** How finely a past is made. */
  private record Grain(int stepS, List<Interval> lengths) {
    static final Grain FINE =
        new Grain(15, List.of(Interval.MINUTE, Interval.FIVE_MINUTES, Interval.HOUR, Interval.DAY));
    static final Grain COARSE = new Grain(900, List.of(Interval.HOUR, Interval.DAY));
  }

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
  private final Grain grain;
  private final long seed;
  private final DemoSinks sinks;
  private final Random volumes;
  private final Making[][] making;
  private final double[] scale;
  private final Wire wire = new Wire();
  private final List<MarketEvent> match = new ArrayList<>();

  private PriceHistory(List<DemoMarket> markets, Grain grain, long seed, DemoSinks sinks) {
    this.markets = markets;
    this.grain = grain;
    this.seed = seed;
    this.sinks = sinks;
    this.volumes = new Random(seed);
    this.scale = new double[markets.size()];
    making = new Making[markets.size()][grain.lengths().size()];
    for (Making[] lengths : making) {
      Arrays.setAll(lengths, length -> new Making());
    }
  }

  /**
   * Makes the month before {@code nowNs} and hands over its bars, a day at a time.
   *
   * @param nowNs the opening, nanoseconds since 1970 UTC
   */
  static void make(List<DemoMarket> markets, long seed, long nowNs, DemoSinks sinks) {
    int named = Math.min(markets.size(), DemoMarkets.NAMED);
    new PriceHistory(markets.subList(0, named), Grain.FINE, seed, sinks).run(nowNs);
    if (markets.size() > named) {
      List<DemoMarket> others = markets.subList(named, markets.size());
      new PriceHistory(others, Grain.COARSE, seed + 1, sinks).run(nowNs);
    }
  }

  private void run(long nowNs) {
    Interval shortest = grain.lengths().getFirst();
    long end = shortest.floor(nowNs);
    long begin = Interval.DAY.floor(end) - DAYS * Interval.DAY.nanos();
    long stepNs = grain.stepS() * SECOND_NS;
    // The same world twice: once to see where it ends, once to scale it so that it ends right.
    World unscaled = new World(markets, seed);
    for (long time = begin; time < end; time += stepNs) {
      unscaled.step(grain.stepS());
    }
    Arrays.setAll(scale, i -> markets.get(i).price() / unscaled.prices().price(i));
    World world = new World(markets, seed);
    List<Bar> bars = new ArrayList<>();
    for (long time = begin; time < end; time += stepNs) {
      List<MatchNews> happened = world.step(grain.stepS());
      if (time >= end - TOLD_NS) {
        tell(happened, time);
      }
      add(world, time, bars);
      if ((time + stepNs) % Interval.DAY.nanos() == 0) {
        sinks.bars().accept(bars);
        bars = new ArrayList<>();
      }
    }
    finish(end, bars);
    sinks.bars().accept(bars);
  }

  /** Matches that have ended: one that was cut short by the opening never was. */
  private void tell(List<MatchNews> happened, long time) {
    for (MatchNews news : happened) {
      if (news.kind().equals(MatchNews.KICK_OFF)) {
        match.clear();
      }
      if (news.number() == match.size() + 1) { // from the kick-off on
        match.add(wire.event(news, time));
      }
      if (news.kind().equals(MatchNews.FULL_TIME)) {
        match.forEach(sinks.events());
        match.clear();
      }
    }
  }

  private void add(World world, long time, List<Bar> bars) {
    for (int i = 0; i < markets.size(); i++) {
      DemoMarket market = markets.get(i);
      long price = market.ticks(world.prices().price(i) * scale[i]);
      double busy = world.prices().hour() * grain.stepS() / 7.5;
      long lots = market.usual(-Math.log(1 - volumes.nextDouble()) * busy);
      for (int l = 0; l < grain.lengths().size(); l++) {
        Interval length = grain.lengths().get(l);
        Making bar = making[i][l];
        long start = length.floor(time);
        if (bar.timeNs != start) {
          if (bar.timeNs != Long.MIN_VALUE) {
            bars.add(bar(market, length, bar));
          }
          bar.begin(start, price);
        }
        bar.add(price, lots);
      }
    }
  }

  private void finish(long end, List<Bar> bars) {
    for (int i = 0; i < markets.size(); i++) {
      for (int l = 0; l < grain.lengths().size(); l++) {
        Interval length = grain.lengths().get(l);
        Making last = making[i][l];
        if (last.timeNs + length.nanos() <= end) {
          bars.add(bar(markets.get(i), length, last));
        }
      }
    }
  }

  private static Bar bar(DemoMarket of, Interval length, Making bar) {
    long tick = of.terms().tick().units();
    long lot = of.terms().lot().units();
    Market market =
        new Market(Symbol.of(of.symbol()), of.terms().tick().scale(), of.terms().lot().scale());
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

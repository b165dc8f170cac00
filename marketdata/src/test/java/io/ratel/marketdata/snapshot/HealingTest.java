package io.ratel.marketdata.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.MemoryTickStore;
import io.ratel.marketdata.series.MemorySeries;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever fails whenever, what is healed is what one would have put together by hand. */
final class HealingTest {
  private static final long HOUR = Sampled.HOUR_NS;
  private static final long BEGIN = 480_000 * HOUR;
  private static final int HOURS = 40;
  private static final List<Market> MARKETS =
      List.of(
          new Market(Symbol.of("A:BTC-USD"), 2, 2),
          new Market(Symbol.of("B:BTC-USD"), 2, 2),
          new Market(Symbol.of("C:BTC-USD"), 2, 2),
          new Market(Symbol.of("A:ETH-USD"), 2, 2),
          new Market(Symbol.of("BTC-USD"), 2, 2));

  /** The best first. */
  private static final Map<String, Integer> QUALITY = Map.of("B", 90, "A", 50, "C", 20);

  private static final List<String> BY_QUALITY = List.of("B", "A", "C");

  private MemoryTickStore ticks = new MemoryTickStore();
  private MemorySeries series = new MemorySeries();

  /** By market, the ends of hours and what the hour's bar closed with; nothing where it is not. */
  private final Map<Symbol, TreeMap<Long, Bar>> bars = new HashMap<>();

  private final Map<Symbol, TreeMap<Long, Double>> sampled = new HashMap<>();

  /** All tries run on one object. */
  @BeforeTry
  void forget() {
    ticks = new MemoryTickStore();
    series = new MemorySeries();
    bars.clear();
    sampled.clear();
  }

  @Property(tries = 100)
  void theHealedSeriesIsTheOnePutTogetherOfAllBars(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    tradeAtRandom(random);
    runWithOutages(random);

    for (Market market : MARKETS) {
      Symbol symbol = market.symbol();
      assertThat(values("market", "mark", symbol))
          .as("mark of %s", symbol)
          .isEqualTo(marks(symbol));
      TreeMap<Long, Double> volumes = new TreeMap<>();
      barsOf(symbol).forEach((hour, bar) -> volumes.put(hour, bar.volume() / 100.0));
      Map<Long, Double> kept = values("market", "volume", symbol);
      assertThat(kept).as("volume of %s", symbol).containsAllEntriesOf(volumes);
      kept.keySet().removeAll(volumes.keySet());
      assertThat(kept.values()).as("hours without trades").allMatch(volume -> volume == 0);
    }
  }

  private void tradeAtRandom(Random random) {
    for (Market market : MARKETS) {
      TreeMap<Long, Bar> of = new TreeMap<>();
      for (int hour = 0; hour < HOURS; hour++) {
        if (random.nextInt(3) > 0) {
          long price = 1 + random.nextInt(100_000);
          long begin = BEGIN + hour * HOUR;
          long volume = 1 + random.nextInt(1_000);
          of.put(
              begin + HOUR,
              new Bar(market, Interval.HOUR, begin, price, price, price, price, volume, 1));
        }
      }
      bars.put(market.symbol(), of);
    }
  }

  /** Stretches in which it runs and stretches in which it does not; it runs at the end. */
  private void runWithOutages(Random random) {
    int hour = 0;
    while (hour < HOURS) {
      int until = Math.min(HOURS, hour + 1 + random.nextInt(8));
      LiveMarkets markets = LiveMarkets.start(ticks, LiveMarkets.Limits.DEFAULT);
      Snapshots snapshots = new Snapshots(series, markets, () -> QUALITY, Optional.empty());
      MarketSamples.of(markets).forEach(snapshots::register);
      snapshots.run(BEGIN + hour * HOUR + HOUR / 2);
      for (; hour < until; hour++) {
        long end = BEGIN + (hour + 1) * HOUR;
        store(end);
        for (Market market : MARKETS) {
          if (random.nextInt(10) > 0) {
            long price = 1 + random.nextInt(100_000);
            markets.onQuote(new Quote(market, price, 1, price + 2, 1, end - 1, end - 1));
            sampledOf(market.symbol()).put(end, (price + 1) / 100.0);
          } else if (market.symbol().venue().isEmpty()
              && !sampledOf(market.symbol()).isEmpty()
              && markets.mark(market.symbol()).isPresent()) {
            double same = markets.mark(market.symbol()).orElseThrow().doubleValue();
            sampledOf(market.symbol()).put(end, same); // silence of our own: nothing changed
          }
        }
        snapshots.run(end);
      }
      markets.close();
      int down = random.nextInt(6);
      for (int off = 0; off < down && hour < HOURS; off++, hour++) {
        store(BEGIN + (hour + 1) * HOUR); // as history is fetched later
      }
    }
    LiveMarkets markets = LiveMarkets.start(ticks, LiveMarkets.Limits.DEFAULT);
    new Snapshots(series, markets, () -> QUALITY, Optional.empty())
        .run(BEGIN + HOURS * HOUR + HOUR / 2);
    markets.close();
  }

  private void store(long endNs) {
    List<Bar> ended = new ArrayList<>();
    bars.values().stream().map(of -> of.get(endNs)).filter(bar -> bar != null).forEach(ended::add);
    ticks.appendBars(ended);
  }

  /** Hour by hour: what was sampled, else the own bar, else the best other venue's. */
  private TreeMap<Long, Double> marks(Symbol symbol) {
    TreeMap<Long, Double> marks = new TreeMap<>(sampledOf(symbol));
    long first =
        Math.min(
            barsOf(symbol).isEmpty() ? Long.MAX_VALUE : barsOf(symbol).firstKey(),
            marks.isEmpty() ? Long.MAX_VALUE : marks.firstKey());
    for (int hour = 1; hour <= HOURS; hour++) {
      long end = BEGIN + hour * HOUR;
      if (end < first || marks.containsKey(end)) {
        continue;
      }
      List<Symbol> sources = new ArrayList<>(List.of(symbol));
      if (!symbol.venue().isEmpty()) {
        String pair = symbol.text().substring(2);
        BY_QUALITY.stream().map(venue -> Symbol.of(venue + ":" + pair)).forEach(sources::add);
      }
      sources.stream()
          .map(source -> barsOf(source).get(end))
          .filter(bar -> bar != null)
          .findFirst()
          .ifPresent(bar -> marks.put(end, bar.close() / 100.0));
    }
    return marks;
  }

  private TreeMap<Long, Bar> barsOf(Symbol symbol) {
    return bars.computeIfAbsent(symbol, _ -> new TreeMap<>());
  }

  private TreeMap<Long, Double> sampledOf(Symbol symbol) {
    return sampled.computeIfAbsent(symbol, _ -> new TreeMap<>());
  }

  private TreeMap<Long, Double> values(String source, String name, Symbol symbol) {
    return new TreeMap<>(
        series.values(new SeriesKey(SeriesKind.SNAPSHOT_HOURLY, source, name, symbol.text())));
  }
}

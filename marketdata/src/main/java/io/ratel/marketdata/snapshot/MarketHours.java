package io.ratel.marketdata.snapshot;

import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is stored of a market's hours, its samples and its bars; by the ends of the hours. */
final class MarketHours {
  private static final List<String> NAMES =
      List.of(MarketSamples.MARK, MarketSamples.VOLUME, MarketSamples.TURNOVER);
  private static final int DAY_MINUTES = 1_440;

  private final Symbol symbol;
  private final long fromNs;
  private final TreeMap<Long, Bar> hours = new TreeMap<>();
  private final Map<Long, Double> turnovers = new HashMap<>();
  private final Map<String, TreeMap<Long, Double>> samples = new HashMap<>();
  private final Map<String, TreeMap<Long, Double>> missing = new HashMap<>();
  private boolean older;

  private MarketHours(Symbol symbol, long fromNs) {
    this.symbol = symbol;
    this.fromNs = fromNs;
  }

  /** Reads the hours that end in {@code (fromNs, toNs]}. */
  static MarketHours read(
      MarketViews markets, AnalyticsStore store, Symbol symbol, long fromNs, long toNs) {
    MarketHours read = new MarketHours(symbol, fromNs);
    int limit = Math.toIntExact((toNs - fromNs) / Sampled.HOUR_NS);
    for (Bar bar : markets.bars(symbol, Interval.HOUR, fromNs, toNs, limit)) {
      read.hours.put(bar.timeNs() + Sampled.HOUR_NS, bar);
    }
    TreeSet<Long> days = new TreeSet<>();
    read.hours.values().forEach(bar -> days.add(Interval.DAY.floor(bar.timeNs())));
    for (long day : days) {
      read.addTurnovers(
          markets.bars(
              symbol,
              Interval.MINUTE,
              Math.max(fromNs, day),
              Math.min(toNs, day + Sampled.DAY_NS),
              DAY_MINUTES));
    }
    for (String name : NAMES) {
      read.samples.put(name, values(store, key(symbol, name), fromNs, toNs));
      SeriesKey lost =
          new SeriesKey(SeriesKind.SNAPSHOT_HOURLY, GapHealer.MISSING, name, symbol.text());
      read.missing.put(name, values(store, lost, fromNs, toNs));
    }
    read.older =
        !store
                .observations(key(symbol, MarketSamples.MARK), 0, fromNs + 1, Long.MAX_VALUE, 1)
                .isEmpty()
            || !markets.bars(symbol, Interval.HOUR, 0, fromNs, 1).isEmpty();
    return read;
  }

  /** The samples of the hours that end in {@code [fromNs, toNs]}, as readings. */
  static Map<Long, MarketReading> sampled(
      AnalyticsStore store, Symbol symbol, long fromNs, long toNs) {
    Map<String, TreeMap<Long, Double>> byName = new HashMap<>();
    TreeMap<Long, MarketReading> readings = new TreeMap<>();
    for (String name : NAMES) {
      byName.put(name, values(store, key(symbol, name), fromNs - 1, toNs));
    }
    for (TreeMap<Long, Double> values : byName.values()) {
      for (long hour : values.keySet()) {
        readings.put(
            hour,
            new MarketReading(
                at(byName, MarketSamples.MARK, hour),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                at(byName, MarketSamples.VOLUME, hour),
                at(byName, MarketSamples.TURNOVER, hour)));
      }
    }
    return readings;
  }

  private static OptionalDouble at(
      Map<String, TreeMap<Long, Double>> byName, String name, long hour) {
    return find(byName, name, hour).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static TreeMap<Long, Double> values(
      AnalyticsStore store, SeriesKey key, long fromNs, long toNs) {
    TreeMap<Long, Double> values = new TreeMap<>();
    for (Observation each :
        store.observations(key, fromNs + 1, toNs + 1, Long.MAX_VALUE, AnalyticsStore.MAX_VALUES)) {
      values.put(each.timeNs(), each.value());
    }
    return values;
  }

  private void addTurnovers(List<Bar> minutes) {
    Map<Long, List<Bar>> byHour = new HashMap<>();
    for (Bar bar : minutes) {
      byHour
          .computeIfAbsent(
              Interval.HOUR.end(Interval.HOUR.floor(bar.timeNs())), _ -> new ArrayList<>())
          .add(bar);
    }
    byHour.forEach((hour, bars) -> turnovers.put(hour, BarFigures.turnover(bars)));
  }

  Symbol symbol() {
    return symbol;
  }

  SeriesKey key(String name) {
    return key(symbol, name);
  }

  private static SeriesKey key(Symbol symbol, String name) {
    return new SeriesKey(SeriesKind.SNAPSHOT_HOURLY, Binning.MARKET.label(), name, symbol.text());
  }

  /**
   * The hours at which the market was there: from the first of which anything is known to the last,
   * or to now where it is followed. One of which nothing is known was not there.
   *
   * @param followedToNs until when it is followed
   */
  List<Long> expected(long followedToNs) {
    TreeSet<Long> known = new TreeSet<>(hours.keySet());
    samples.values().forEach(values -> known.addAll(values.keySet()));
    missing.values().forEach(values -> known.addAll(values.keySet()));
    List<Long> all = new ArrayList<>();
    if (!known.isEmpty()) {
      long first = older ? fromNs + Sampled.HOUR_NS : known.getFirst();
      long last = Math.max(followedToNs, known.getLast());
      for (long hour = first; hour <= last; hour += Sampled.HOUR_NS) {
        all.add(hour);
      }
    }
    return all;
  }

  Optional<Double> sampled(String name, long hour) {
    return find(samples, name, hour);
  }

  private static Optional<Double> find(
      Map<String, TreeMap<Long, Double>> byName, String name, long hour) {
    return Optional.ofNullable(byName.get(name)).map(values -> values.get(hour));
  }

  /** Whether the ledger has it as missing. */
  boolean missing(String name, long hour) {
    return find(missing, name, hour).filter(value -> value != 0).isPresent();
  }

  Optional<Double> close(long hour) {
    return Optional.ofNullable(hours.get(hour)).map(BarFigures::close);
  }

  Optional<Double> volume(long hour) {
    return Optional.ofNullable(hours.get(hour)).map(BarFigures::volume);
  }

  Optional<Double> turnover(long hour) {
    return Optional.ofNullable(turnovers.get(hour));
  }
}

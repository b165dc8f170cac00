package io.ratel.marketdata.snapshot;

import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.pair.Pair;
import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.ObservationIntake;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Market;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Looks for the hours at which a market was there and its mark, volume or turnover was not sampled,
 * and fills them from stored bars: the market's own bar of that hour, else, of a price alone, the
 * bar of another venue of the same pair, the one of the best quality first. A value that was filled
 * in stands also in a series whose source says where it comes from, {@code healed:bars} or {@code
 * healed:COINBASE}; what cannot be filled stands as 1 in a series of the source {@code missing},
 * which becomes 0 when it is found later. Our own market takes from no venue and gives to none.
 *
 * <p>Sums follow their bars: one that a late trade has changed since is revised. One thread at a
 * time.
 */
final class GapHealer {
  static final String HEALED = "healed:";
  static final String MISSING = "missing";

  private static final String BARS = "bars";
  private static final String MARKETS = "markets";

  private final AnalyticsStore store;
  private final MarketViews markets;
  private final Supplier<Map<String, Integer>> quality;

  /**
   * @param quality of the venues that are followed, by their names in symbols
   */
  GapHealer(AnalyticsStore store, MarketViews markets, Supplier<Map<String, Integer>> quality) {
    this.store = store;
    this.markets = markets;
    this.quality = quality;
  }

  /**
   * Heals the hours that end in {@code (fromNs, toNs]}, both full hours.
   *
   * @return when the first value was written that was not there, {@link Long#MAX_VALUE} when none
   *     was
   */
  long heal(long fromNs, long toNs, long nowNs) {
    Map<String, Integer> venues = quality.get();
    Map<String, List<Symbol>> groups = new TreeMap<>();
    for (Market market : markets.markets()) {
      Symbol symbol = market.symbol();
      groups.computeIfAbsent(group(symbol), _ -> new ArrayList<>()).add(symbol);
    }
    TreeMap<Long, Boolean> changed = new TreeMap<>();
    groups.values().forEach(group -> heal(group, venues, fromNs, toNs, nowNs, changed));
    if (!changed.isEmpty()) {
      assets(changed, nowNs);
    }
    return changed.isEmpty() ? Long.MAX_VALUE : changed.firstKey();
  }

  /** What can heal each other: venues of one pair, or a market alone. */
  private static String group(Symbol symbol) {
    Optional<Pair> pair = symbol.venue().isEmpty() ? Optional.empty() : Pair.of(symbol);
    return pair.map(Pair::text).orElse("/" + symbol.text());
  }

  private void heal(
      List<Symbol> group,
      Map<String, Integer> venues,
      long fromNs,
      long toNs,
      long nowNs,
      TreeMap<Long, Boolean> changed) {
    List<MarketHours> hours =
        group.stream()
            .sorted(
                Comparator.comparing((Symbol each) -> -venues.getOrDefault(each.venue(), 0))
                    .thenComparing(Symbol::venue))
            .map(symbol -> MarketHours.read(markets, store, symbol, fromNs, toNs))
            .toList();
    for (MarketHours market : hours) {
      boolean followed =
          market.symbol().venue().isEmpty() || venues.containsKey(market.symbol().venue());
      List<Observation> found = new ArrayList<>();
      for (long hour : market.expected(followed ? toNs : Long.MIN_VALUE)) {
        mark(market, hours, hour, nowNs, found);
        sum(market, MarketSamples.VOLUME, hour, nowNs, found);
        sum(market, MarketSamples.TURNOVER, hour, nowNs, found);
      }
      found.stream()
          .filter(each -> !each.key().source().equals(MISSING))
          .forEach(
              each ->
                  changed.merge(
                      each.timeNs(), each.key().source().startsWith(HEALED), Boolean::logicalOr));
      store.append(found);
    }
  }

  private static void mark(
      MarketHours market, List<MarketHours> group, long hour, long nowNs, List<Observation> found) {
    if (market.sampled(MarketSamples.MARK, hour).isPresent()) {
      told(market, MarketSamples.MARK, hour, nowNs, found);
      return;
    }
    Optional<Double> own = market.close(hour);
    if (own.isPresent()) {
      healed(market, MarketSamples.MARK, hour, own.get(), BARS, nowNs, found);
      return;
    }
    for (MarketHours other : group) {
      Optional<Double> theirs = other == market ? Optional.empty() : other.close(hour);
      if (theirs.isPresent()) {
        String venue = other.symbol().venue();
        healed(market, MarketSamples.MARK, hour, theirs.get(), venue, nowNs, found);
        return;
      }
    }
    missing(market, MarketSamples.MARK, hour, nowNs, found);
  }

  private static void sum(
      MarketHours market, String name, long hour, long nowNs, List<Observation> found) {
    Optional<Double> sampled = market.sampled(name, hour);
    Optional<Double> summed =
        name.equals(MarketSamples.VOLUME) ? market.volume(hour) : market.turnover(hour);
    if (sampled.isPresent()) {
      if (summed.isPresent() && !summed.equals(sampled)) {
        found.add(new Observation(market.key(name), hour, summed.get(), nowNs));
      }
      told(market, name, hour, nowNs, found);
    } else if (summed.isPresent()) {
      healed(market, name, hour, summed.get(), BARS, nowNs, found);
    } else {
      missing(market, name, hour, nowNs, found);
    }
  }

  private static void healed(
      MarketHours market,
      String name,
      long hour,
      double value,
      String from,
      long nowNs,
      List<Observation> found) {
    SeriesKey key = market.key(name);
    found.add(new Observation(key, hour, value, nowNs));
    found.add(new Observation(of(key, HEALED + from), hour, value, nowNs));
    told(market, name, hour, nowNs, found);
  }

  /** What is there is not missing any more. */
  private static void told(
      MarketHours market, String name, long hour, long nowNs, List<Observation> found) {
    if (market.missing(name, hour)) {
      found.add(new Observation(of(market.key(name), MISSING), hour, 0, nowNs));
    }
  }

  private static void missing(
      MarketHours market, String name, long hour, long nowNs, List<Observation> found) {
    if (!market.missing(name, hour)) {
      found.add(new Observation(of(market.key(name), MISSING), hour, 1, nowNs));
    }
  }

  private static SeriesKey of(SeriesKey key, String source) {
    return new SeriesKey(key.kind(), source, key.name(), key.subject());
  }

  /**
   * The assets' samples are made again where a market's have changed.
   *
   * @param hours with whether something was filled in, and not only revised
   */
  private void assets(TreeMap<Long, Boolean> hours, long nowNs) {
    TreeMap<Long, Map<Symbol, MarketReading>> readings = new TreeMap<>();
    for (Market market : markets.markets()) {
      if (Pair.of(market.symbol()).isPresent()) {
        MarketHours.sampled(store, market.symbol(), hours.firstKey(), hours.lastKey())
            .forEach(
                (hour, reading) -> {
                  if (hours.containsKey(hour)) {
                    readings
                        .computeIfAbsent(hour, _ -> new TreeMap<>())
                        .put(market.symbol(), reading);
                  }
                });
      }
    }
    List<Observation> made = new ArrayList<>();
    List<Observation> origins = new ArrayList<>();
    readings.forEach(
        (hour, read) -> {
          List<Observation> bins = new ArrayList<>();
          bin(MarketSamples.MARK, AssetBins.marks(read), hour, nowNs, bins);
          bin(MarketSamples.VOLUME, AssetBins.volumes(read), hour, nowNs, bins);
          bin(MarketSamples.TURNOVER, AssetBins.turnovers(read), hour, nowNs, bins);
          made.addAll(bins);
          if (Boolean.TRUE.equals(hours.get(hour))) {
            bins.forEach(
                each ->
                    origins.add(
                        new Observation(
                            of(each.key(), HEALED + MARKETS), hour, each.value(), nowNs)));
          }
        });
    if (!made.isEmpty()) {
      new ObservationIntake(store).accept(made);
      store.append(origins);
    }
  }

  private static void bin(
      String name, Map<String, Double> values, long hour, long nowNs, List<Observation> bins) {
    values.forEach(
        (asset, value) ->
            bins.add(
                new Observation(
                    new SeriesKey(SeriesKind.SNAPSHOT_HOURLY, Binning.ASSET.label(), name, asset),
                    hour,
                    value,
                    nowNs)));
  }
}

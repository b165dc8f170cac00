package io.ratel.marketdata.snapshot;

import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.instrument.Symbol;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/** What is sampled of markets. */
public final class MarketSamples {
  static final String MARK = "mark";
  static final String VOLUME = "volume";
  static final String TURNOVER = "turnover";

  private MarketSamples() {}

  /** All of it, to be registered. */
  public static List<Sampled> of(MarketViews markets) {
    MarketReadings readings = new MarketReadings(markets);
    return List.of(
        market(
            MARK,
            "What one is worth: the middle of the best prices, else the last trade's.",
            "quote",
            Aggregate.LAST,
            readings,
            MarketReading::mark),
        market(
            "spread",
            "Best ask less best bid.",
            "bps",
            Aggregate.MEAN,
            readings,
            MarketReading::spreadBps),
        market(
            "depth",
            "The quantities at the best bid and the best ask.",
            "base",
            Aggregate.MEAN,
            readings,
            MarketReading::depth),
        market(
            VOLUME,
            "What traded in the hour.",
            "base",
            Aggregate.SUM,
            readings,
            MarketReading::volume),
        market(
            TURNOVER,
            "The volume of the hour's minutes, each at its mean price.",
            "quote",
            Aggregate.SUM,
            readings,
            MarketReading::turnover),
        asset(
            MARK,
            "The marks of all markets in USD, weighted by volume.",
            AssetBins.UNIT,
            Aggregate.LAST,
            readings,
            AssetBins::marks),
        asset(
            VOLUME,
            "What traded in the hour in all markets.",
            "base",
            Aggregate.SUM,
            readings,
            AssetBins::volumes),
        asset(
            TURNOVER,
            "The turnover of the hour in all markets in USD.",
            AssetBins.UNIT,
            Aggregate.SUM,
            readings,
            AssetBins::turnovers));
  }

  private static Sampled market(
      String name,
      String about,
      String unit,
      Aggregate aggregate,
      MarketReadings readings,
      Function<MarketReading, OptionalDouble> part) {
    return new Sampled(
        SeriesKind.SNAPSHOT_HOURLY,
        Binning.MARKET,
        name,
        about,
        unit,
        aggregate,
        hour -> {
          Map<String, Double> values = new TreeMap<>();
          readings
              .at(hour)
              .forEach(
                  (symbol, reading) ->
                      part.apply(reading).ifPresent(value -> values.put(symbol.text(), value)));
          return values;
        });
  }

  private static Sampled asset(
      String name,
      String about,
      String unit,
      Aggregate aggregate,
      MarketReadings readings,
      Function<Map<Symbol, MarketReading>, Map<String, Double>> bin) {
    return new Sampled(
        SeriesKind.SNAPSHOT_HOURLY,
        Binning.ASSET,
        name,
        about,
        unit,
        aggregate,
        hour -> bin.apply(readings.at(hour)));
  }
}

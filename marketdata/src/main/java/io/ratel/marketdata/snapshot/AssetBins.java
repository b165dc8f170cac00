package io.ratel.marketdata.snapshot;

import io.ratel.marketdata.pair.Pair;
import io.ratel.model.instrument.Symbol;
import java.util.Map;
import java.util.TreeMap;

/** Markets put together by the asset that they trade; shares, futures and swaps are left out. */
final class AssetBins {
  /** What prices and turnovers of assets are counted in; markets of another quote have no share. */
  static final String UNIT = "USD";

  private AssetBins() {}

  /** Volumes of all markets whose base it is, whatever they are paid in. */
  static Map<String, Double> volumes(Map<Symbol, MarketReading> markets) {
    Map<String, Double> sums = new TreeMap<>();
    markets.forEach(
        (symbol, reading) ->
            Pair.of(symbol)
                .ifPresent(
                    pair ->
                        reading
                            .volume()
                            .ifPresent(value -> sums.merge(pair.base(), value, Double::sum))));
    return sums;
  }

  /** Turnovers of the markets that are paid in {@link #UNIT}. */
  static Map<String, Double> turnovers(Map<Symbol, MarketReading> markets) {
    Map<String, Double> sums = new TreeMap<>();
    markets.forEach(
        (symbol, reading) ->
            Pair.of(symbol)
                .filter(pair -> pair.quote().equals(UNIT))
                .ifPresent(
                    pair ->
                        reading
                            .turnover()
                            .ifPresent(value -> sums.merge(pair.base(), value, Double::sum))));
    return sums;
  }

  private static final class Mean {
    private double weighted;
    private double weights;
    private double plain;
    private int count;

    void add(double price, double volume) {
      weighted += price * volume;
      weights += volume;
      plain += price;
      count++;
    }

    double value() {
      return weights > 0 ? weighted / weights : plain / count;
    }
  }

  /**
   * The mean of the marks in {@link #UNIT}, by the volumes of the hour; the plain mean when none is
   * known to have traded.
   */
  static Map<String, Double> marks(Map<Symbol, MarketReading> markets) {
    Map<String, Mean> means = new TreeMap<>();
    markets.forEach(
        (symbol, reading) ->
            Pair.of(symbol)
                .filter(pair -> pair.quote().equals(UNIT))
                .filter(_ -> reading.mark().isPresent())
                .ifPresent(
                    pair ->
                        means
                            .computeIfAbsent(pair.base(), _ -> new Mean())
                            .add(reading.mark().orElseThrow(), reading.volume().orElse(0))));
    Map<String, Double> values = new TreeMap<>();
    means.forEach((asset, mean) -> values.put(asset, mean.value()));
    return values;
  }
}

package io.ratel.benchmarks.indicator;

import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.marketdata.indicator.Arguments;
import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * One indicator with its presets over a hundred thousand bars, by turns: ours at once, ours row by
 * row, TA-Lib at once, and ta4j bar by bar. A run is the mean of a bar over some passes.
 */
final class BarCost implements Measurement {
  private static final int BARS = 100_000;
  private static final int PASSES = 20;
  private static final int WARM_UPS = 3;
  private static final int RUNS = 9;

  private final String name;

  /** What was computed last; kept so that it must be. */
  private double sink;

  BarCost(String name) {
    this.name = name;
  }

  @Override
  public List<String> rows() {
    return List.of("indicators." + name, "indicators." + name + "-by-row");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) {
    Walk walk = Walk.of(BARS);
    Indicator indicator = IndicatorCatalog.load().find(name).orElseThrow();
    Arguments arguments = Arguments.of(indicator.spec(), Map.of());
    double[][] columns = new double[3][BARS];
    List<Figures> atOnce = new ArrayList<>();
    List<Figures> byRow = new ArrayList<>();
    List<Figures> taLib = new ArrayList<>();
    List<Figures> ta4j = new ArrayList<>();
    for (int run = 0; run < WARM_UPS + RUNS; run++) {
      Figures ours = time(PASSES, () -> atOnce(indicator, arguments, walk, columns));
      Figures rows = time(PASSES, () -> byRow(indicator, arguments, walk));
      Figures tas = time(PASSES, () -> Peers.taLib(name, walk, columns));
      Figures its = time(1, () -> Peers.ta4j(name, walk));
      if (run >= WARM_UPS) {
        atOnce.add(ours);
        byRow.add(rows);
        taLib.add(tas);
        ta4j.add(its);
      }
    }
    Row.Peer theirs = new Row.Peer("ta4j", Peers.TA4J_VERSION, Figures.median(ta4j));
    Row.Peer library = new Row.Peer("TA-Lib", Peers.TA_LIB_VERSION, Figures.median(taLib));
    out.accept(
        new Row(
            rows().getFirst(), "ns/bar", Figures.median(atOnce), List.of(library, theirs), RUNS));
    out.accept(new Row(rows().getLast(), "ns/bar", Figures.median(byRow), List.of(theirs), RUNS));
    if (Double.isNaN(sink)) {
      throw new IllegalStateException(name + " gave no number");
    }
  }

  private Figures time(int passes, DoubleSupplier pass) {
    long begunNs = System.nanoTime();
    for (int i = 0; i < passes; i++) {
      sink = pass.getAsDouble();
    }
    return Figures.of((double) (System.nanoTime() - begunNs) / passes / BARS);
  }

  private static double atOnce(
      Indicator indicator, Arguments arguments, Walk walk, double[][] columns) {
    indicator.start(arguments).run(walk.series(), columns);
    return columns[0][BARS - 1];
  }

  private static double byRow(Indicator indicator, Arguments arguments, Walk walk) {
    IndicatorRun run = indicator.start(arguments);
    Series from = walk.series();
    Series row = Series.ofRows(1);
    double[][] cell = new double[3][1];
    for (int i = 0; i < BARS; i++) {
      row.set(
          0,
          from.open(i),
          from.high(i),
          from.low(i),
          from.close(i),
          from.volume(i),
          from.timeNs(i));
      run.next(row, 0, cell, 0);
    }
    return cell[0][0];
  }
}

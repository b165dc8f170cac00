package io.ratel.marketdata.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Indicators of a window, each row of which is recomputed from the window alone. */
class NaiveIndicatorTest {
  private static final IndicatorCatalog CATALOG = IndicatorCatalog.load();

  private static double[] compute(String name, Map<String, Double> given, double... values) {
    Indicator indicator = CATALOG.find(name).orElseThrow();
    return indicator.compute(Arguments.of(indicator.spec(), given), Series.ofValues(values))[0];
  }

  private static void everyWindow(
      String name, int period, int extra, double[] values, ToDoubleFunction<double[]> naive) {
    double[] rows = compute(name, Map.of("period", (double) period), values);
    for (int i = period - 1 + extra; i < values.length; i++) {
      double[] window = Arrays.copyOfRange(values, i - period + 1 - extra, i + 1);
      double expected = naive.applyAsDouble(window);
      assertThat(rows[i])
          .as("%s of %d, row %d", name, period, i)
          .isCloseTo(expected, offset(1e-9 * Math.max(1, Math.abs(expected))));
    }
  }

  private static double mean(double[] window) {
    return Arrays.stream(window).sum() / window.length;
  }

  private static double deviation(double[] window, int freedom) {
    double mean = mean(window);
    double sum = Arrays.stream(window).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(sum / (window.length - freedom));
  }

  private static double weighted(double[] window) {
    double sum = 0;
    for (int i = 0; i < window.length; i++) {
      sum += (i + 1) * window[i];
    }
    return sum / (window.length * (window.length + 1) / 2.0);
  }

  private static double slope(double[] window) {
    double middle = (window.length - 1) / 2.0;
    double mean = mean(window);
    double above = 0;
    double below = 0;
    for (int i = 0; i < window.length; i++) {
      above += (i - middle) * (window[i] - mean);
      below += (i - middle) * (i - middle);
    }
    return above / below;
  }

  private static double realised(double[] window) {
    double[] returns = new double[window.length - 1];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = Math.log(window[i + 1] / window[i]);
    }
    return deviation(returns, 1) * Math.sqrt(365);
  }

  private static double gains(double[] window) {
    double up = 0;
    double down = 0;
    for (int i = 1; i < window.length; i++) {
      up += Math.max(window[i] - window[i - 1], 0);
      down += Math.max(window[i - 1] - window[i], 0);
    }
    return 100 * (up - down) / (up + down);
  }

  @Property(tries = 150)
  void whatLooksAtAWindowIsWhatTheWindowAloneGives(
      @ForAll @IntRange(min = 2, max = 60) int period,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    double level = Math.pow(10, random.nextInt(7));
    double[] values =
        random.doubles(300).map(x -> level * (1 + x / Math.pow(10, seed % 4))).toArray();
    everyWindow("sma", period, 0, values, NaiveIndicatorTest::mean);
    everyWindow("wma", period, 0, values, NaiveIndicatorTest::weighted);
    everyWindow("highest", period, 0, values, w -> Arrays.stream(w).max().orElseThrow());
    everyWindow("lowest", period, 0, values, w -> Arrays.stream(w).min().orElseThrow());
    everyWindow("standard-deviation", period, 0, values, w -> deviation(w, 0));
    everyWindow("bollinger", period, 0, values, NaiveIndicatorTest::mean);
    everyWindow("realised-volatility", period, 1, values, NaiveIndicatorTest::realised);
    everyWindow("cmo", period, 1, values, NaiveIndicatorTest::gains);
    everyWindow("linear-regression-slope", period, 0, values, NaiveIndicatorTest::slope);
    everyWindow(
        "linear-regression", period, 0, values, w -> mean(w) + slope(w) * (w.length - 1) / 2.0);
  }

  @Property(tries = 100)
  void scoresOfASpreadWindowAreThoseOfTheWindowAlone(
      @ForAll @IntRange(min = 2, max = 60) int period,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    double[] values = new Random(seed).doubles(300).toArray();
    everyWindow("z-score", period, 0, values, w -> (w[w.length - 1] - mean(w)) / deviation(w, 0));
  }

  /** A running sum that subtracts what goes would be off by the tenth digit here. */
  @Test
  void aMeanOfAMillionValuesHasNotDrifted() {
    Random random = new Random(21);
    double[] values = random.doubles(1_000_000).map(x -> 1 + 1e6 * x * x * x).toArray();
    for (int period : new int[] {3, 20, 997}) {
      double[] rows = compute("sma", Map.of("period", (double) period), values);
      double worst = 0;
      for (int i = period - 1; i < values.length; i += i > 990_000 ? 1 : 101) {
        double naive = mean(Arrays.copyOfRange(values, i - period + 1, i + 1));
        worst = Math.max(worst, Math.abs(rows[i] - naive) / naive);
      }
      assertThat(worst).isLessThan(1e-12);
    }
  }

  @Test
  void aSmallPriceAfterAHugeOneIsAsExactAsAlone() {
    double[] values = new double[200];
    Arrays.setAll(values, i -> i < 100 ? 1e15 + i * 0.25 : 1 + i * 1e-3);
    double[] rows = compute("sma", Map.of("period", 10.0), values);
    assertThat(rows[199]).isCloseTo(mean(Arrays.copyOfRange(values, 190, 200)), offset(1e-15));
  }

  /** Wilder's own seed; an exponential one would begin at 71.80. */
  @Test
  void wildersIndexBeginsAtThePrintedValue() {
    double[] rows =
        compute(
            "rsi",
            Map.of("period", 14.0),
            44.34,
            44.09,
            44.15,
            43.61,
            44.33,
            44.83,
            45.10,
            45.42,
            45.84,
            46.08,
            45.89,
            46.03,
            45.61,
            46.28,
            46.28,
            46.00,
            46.03,
            46.41,
            46.22,
            45.64,
            46.21,
            46.25,
            45.71,
            46.45,
            45.78,
            45.35,
            44.03,
            44.18,
            44.22,
            44.57,
            43.42,
            42.66,
            43.13);
    assertThat(rows[13]).isNaN();
    assertThat(rows[14]).isCloseTo(70.46, offset(0.005));
  }
}

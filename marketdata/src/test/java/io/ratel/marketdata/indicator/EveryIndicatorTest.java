package io.ratel.marketdata.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What holds of every indicator of the catalogue, ours and a user's. */
class EveryIndicatorTest {
  private static final IndicatorCatalog CATALOG = IndicatorCatalog.load();

  private static Arguments presets(Indicator indicator) {
    return Arguments.of(indicator.spec(), Map.of());
  }

  /** Arguments within the bounds, small enough that a short series warms up. */
  private static Arguments randomArguments(Indicator indicator, Random random) {
    Map<String, Double> given = new HashMap<>();
    for (Parameter parameter : indicator.spec().parameters()) {
      double max = Math.min(parameter.max(), parameter.whole() ? 40 : parameter.min() + 2);
      double value = parameter.min() + random.nextDouble() * (max - parameter.min());
      given.put(parameter.name(), parameter.whole() ? Math.floor(value) : value);
    }
    if (given.containsKey("fast")) {
      given.put("slow", given.get("fast") + 1 + random.nextInt(20));
    }
    return Arguments.of(indicator.spec(), given);
  }

  /** One row after the other through a series that has room for one. */
  private static double[][] incremental(Indicator indicator, Arguments arguments, Series bars) {
    IndicatorRun run = indicator.start(arguments);
    Series row = Series.ofRows(1);
    double[][] cell = new double[indicator.spec().outputs().size()][1];
    double[][] out = new double[cell.length][bars.size()];
    for (int i = 0; i < bars.size(); i++) {
      row.set(
          0,
          bars.open(i),
          bars.high(i),
          bars.low(i),
          bars.close(i),
          bars.volume(i),
          bars.timeNs(i));
      run.next(row, 0, cell, 0);
      for (int k = 0; k < out.length; k++) {
        out[k][i] = cell[k][0];
      }
    }
    return out;
  }

  @Property(tries = 60)
  void rowByRowAndAtOnceGiveTheSameBits(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    Series bars = RandomBars.of(1 + random.nextInt(400), seed);
    for (Indicator indicator : CATALOG.all()) {
      Arguments arguments = randomArguments(indicator, random);
      assertThat(bits(indicator.compute(arguments, bars)))
          .as("%s %s, seed %d", indicator.spec().name(), arguments, seed)
          .isDeepEqualTo(bits(incremental(indicator, arguments, bars)));
    }
  }

  private static long[][] bits(double[][] columns) {
    return Arrays.stream(columns)
        .map(column -> Arrays.stream(column).mapToLong(Double::doubleToRawLongBits).toArray())
        .toArray(long[][]::new);
  }

  @Property(tries = 60)
  void theMainOutputBeginsWhereTheWarmUpEnds(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    Series bars = RandomBars.of(400, seed);
    for (Indicator indicator : CATALOG.all()) {
      Arguments arguments = randomArguments(indicator, random);
      int warmUp = indicator.warmUp(arguments);
      double[] main = indicator.compute(arguments, bars)[0];
      for (int i = 0; i < main.length; i++) {
        assertThat(Double.isNaN(main[i]))
            .as("%s %s, row %d, seed %d", indicator.spec().name(), arguments, i, seed)
            .isEqualTo(i < warmUp);
      }
    }
  }

  @Test
  void aRowAllocatesNothing() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    Series bars = RandomBars.of(2_000, 1);
    for (Indicator indicator : CATALOG.all()) {
      IndicatorRun run = indicator.start(presets(indicator));
      double[][] out = new double[indicator.spec().outputs().size()][1];
      for (int i = 0; i < 1_000; i++) {
        run.next(bars, i, out, 0);
      }
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
      for (int i = 1_000; i < bars.size(); i++) {
        run.next(bars, i, out, 0);
      }
      long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before;
      assertThat(allocated).as(indicator.spec().name()).isLessThan(8_000);
    }
  }

  @Test
  void aFlatPriceHasNoInfinityAndNoNumberOutOfRange() {
    Series flat = Series.ofRows(300);
    for (int i = 0; i < flat.size(); i++) {
      flat.set(i, 5, 5, 5, 5, 0, i);
    }
    Map<String, Double> last = new HashMap<>();
    for (Indicator indicator : CATALOG.all()) {
      for (double[] column : indicator.compute(presets(indicator), flat)) {
        assertThat(column).as(indicator.spec().name()).doesNotContain(Double.POSITIVE_INFINITY);
      }
      last.put(indicator.spec().name(), indicator.compute(presets(indicator), flat)[0][299]);
    }
    assertThat(last)
        .containsEntry("rsi", 50.0)
        .containsEntry("stochastic", 50.0)
        .containsEntry("williams-r", -50.0)
        .containsEntry("z-score", 0.0)
        .containsEntry("bollinger", 5.0)
        .containsEntry("realised-volatility", 0.0)
        .containsEntry("vwap-rolling", Double.NaN);
  }

  @Test
  void oneRubbishRowIsForgottenWhenItsWindowHasPassed() {
    for (String name : List.of("sma", "wma", "bollinger", "linear-regression-slope", "z-score")) {
      Indicator indicator = CATALOG.find(name).orElseThrow();
      double[] values = new Random(4).doubles(200).toArray();
      double[] spoilt = values.clone();
      spoilt[77] = 1e300;
      double[] clean = indicator.compute(presets(indicator), Series.ofValues(values))[0];
      double[] after = indicator.compute(presets(indicator), Series.ofValues(spoilt))[0];
      for (int i = 77 + 20; i < values.length; i++) {
        assertThat(after[i]).as("%s row %d", name, i).isCloseTo(clean[i], within(1e-9));
      }
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @Test
  void tellsWhatItIsAndWhoDescribedIt() {
    assertThat(CATALOG.all()).hasSizeGreaterThanOrEqualTo(48);
    for (Indicator indicator : CATALOG.all()) {
      IndicatorSpec spec = indicator.spec();
      assertThat(spec.title()).as(spec.name()).isNotBlank();
      assertThat(spec.convention()).as(spec.name()).isNotBlank();
      assertThat(spec.reference()).as(spec.name()).isNotBlank();
    }
  }

  @Test
  void anIndicatorOfTheUsersIsFoundBesideOurs() {
    Indicator theirs = CATALOG.find("median-of-three").orElseThrow();
    assertThat(theirs).isInstanceOf(MedianOfThree.class);
    double[][] out = theirs.compute(presets(theirs), Series.ofValues(new double[] {3, 1, 2, 9, 0}));
    assertThat(out[0]).containsExactly(Double.NaN, Double.NaN, 2, 2, 2);
  }

  @Test
  void saysWhichArgumentIsWrongAndWhatWouldBeRight() {
    Indicator macd = CATALOG.find("macd").orElseThrow();
    assertThatThrownBy(() -> Arguments.of(macd.spec(), Map.of("fast", 2.5)))
        .hasMessage("fast must be a whole number from 1 to 10000, was '2.5'");
    assertThatThrownBy(() -> Arguments.of(macd.spec(), Map.of("fast", Double.NaN)))
        .hasMessageContaining("fast must be a whole number from 1 to 10000");
    assertThatThrownBy(() -> Arguments.of(macd.spec(), Map.of("period", 3.0)))
        .hasMessageContaining("must be a parameter of macd: fast, slow, signal");
    assertThatThrownBy(
            () -> macd.start(Arguments.of(macd.spec(), Map.of("fast", 9.0, "slow", 9.0))))
        .hasMessage("fast must be less than slow, which is 9, was '9'");
  }
}
